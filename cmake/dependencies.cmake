# The libraries of others, all Debian packages. ./dev installs them.

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
# Headers alone: Asio and Beast. OpenSSL for TLS alone.
find_package(Boost 1.81 REQUIRED)
# Then a function that reports through its error_code argument does not return it as well.
target_compile_definitions(Boost::headers INTERFACE BOOST_ASIO_NO_DEPRECATED)
if(ZK_SANITIZE STREQUAL "thread")
    # The sanitizer does not know fences; Asio has its locks besides.
    target_compile_definitions(Boost::headers INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
endif()
find_package(OpenSSL 3.0 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(oath REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)

if(ZK_TESTS)
    find_package(GTest REQUIRED)
    find_package(rapidcheck REQUIRED)
endif()
