#include "app/qr.hpp"

#include <memory>
#include <qrencode.h>

namespace zk::app {

Result<std::vector<std::string>> qr_rows(std::string const& text)
{
    constexpr int smallest_that_fits = 0;
    constexpr int case_sensitive = 1;
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
        QRcode_encodeString(text.c_str(), smallest_that_fits, QR_ECLEVEL_M, QR_MODE_8, case_sensitive), &QRcode_free);
    if (!code)
        return fail(Fault::bad_input, "qr-text-too-long");
    auto const width = static_cast<std::size_t>(code->width);
    std::vector<std::string> rows(width, std::string(width, '0'));
    for (std::size_t y = 0; y < width; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            if ((code->data[y * width + x] & 1U) != 0)
                rows[y][x] = '1';
        }
    }
    return rows;
}

} // namespace zk::app
