#include "app/http/pem.hpp"

#include "base/limits.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace zk::app::http {

namespace {

constexpr std::size_t k_pem_bytes_max = 256 * k_kib;
constexpr std::size_t k_chain_length_max = 10;

Bio reader_of(std::string_view text)
{
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// OpenSSL would ask at the terminal.
int no_password(char*, int, int, void*)
{
    return 0;
}

std::string_view written(BIO* out)
{
    char* data = nullptr;
    long const size = BIO_get_mem_data(out, &data);
    return { data, static_cast<std::size_t>(size) };
}

} // namespace

Result<std::vector<Certificate>> parse_chain(std::string_view pem)
{
    if (pem.size() > k_pem_bytes_max)
        return fail(Fault::bad_input, "certificate-unreadable");
    Bio const in = reader_of(pem);
    std::vector<Certificate> chain;
    while (chain.size() < k_chain_length_max) {
        Certificate next(PEM_read_bio_X509(in.get(), nullptr, no_password, nullptr));
        if (!next)
            break;
        chain.push_back(std::move(next));
    }
    // The last attempt leaves "no start line" behind.
    ERR_clear_error();
    if (chain.empty())
        return fail(Fault::bad_input, "certificate-unreadable");
    return chain;
}

Result<PrivateKey> parse_key(KeyPem const& pem)
{
    if (pem.expose().size() > k_pem_bytes_max)
        return fail(Fault::bad_input, "certificate-key-unreadable");
    if (pem.expose().contains("ENCRYPTED"))
        return fail(Fault::bad_input, "certificate-key-has-password");
    Bio const in = reader_of(pem.expose());
    PrivateKey key(PEM_read_bio_PrivateKey(in.get(), nullptr, no_password, nullptr));
    ERR_clear_error();
    if (!key)
        return fail(Fault::bad_input, "certificate-key-unreadable");
    return key;
}

Result<std::string> write_certificate(X509* certificate)
{
    Bio const out(BIO_new(BIO_s_mem()));
    if (!out || PEM_write_bio_X509(out.get(), certificate) != 1)
        return fail(Fault::internal, "certificate-cannot-be-made");
    return std::string(written(out.get()));
}

Result<KeyPem> write_key(EVP_PKEY* key)
{
    Bio const out(BIO_new(BIO_s_secmem()));
    if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, no_password, nullptr) != 1)
        return fail(Fault::internal, "certificate-cannot-be-made");
    return KeyPem::of(written(out.get()));
}

} // namespace zk::app::http
