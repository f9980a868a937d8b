// openssl_handles: what OpenSSL hands out, freed when it goes out of scope.
// Used by certificate.cpp, tls.cpp and line_probe.cpp alone.
// Always: one owner each.
// An attacker gains nothing here.
#pragma once

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace zk::app::http {

template<auto free>
struct FreeWith {
    template<typename T>
    void operator()(T* handle) const
    {
        free(handle);
    }
};

using Bio = std::unique_ptr<BIO, FreeWith<&BIO_free_all>>;
using Certificate = std::unique_ptr<X509, FreeWith<&X509_free>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, FreeWith<&EVP_PKEY_free>>;
using SslContext = std::unique_ptr<SSL_CTX, FreeWith<&SSL_CTX_free>>;
using GeneralNames = std::unique_ptr<GENERAL_NAMES, FreeWith<&GENERAL_NAMES_free>>;
using NameConstraints = std::unique_ptr<NAME_CONSTRAINTS, FreeWith<&NAME_CONSTRAINTS_free>>;

} // namespace zk::app::http
