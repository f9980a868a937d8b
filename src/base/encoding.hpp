// encoding: bytes of files from elsewhere made into UTF-8, the only text that this program keeps.
// Used by import and by the scanner.
// Always: the answer is valid UTF-8, and no byte is dropped in silence.
// An attacker who sends broken bytes gets replacement characters, not a fault.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zk {

enum class Encoding : std::uint8_t { utf8, utf8_with_mark, utf16_little_endian, utf16_big_endian, windows_1252 };

struct Decoded {
    std::string text;
    Encoding encoding;
};

[[nodiscard]] bool valid_utf8(std::string_view bytes);

// The five bytes that Windows-1252 leaves undefined become the control characters of the same number, as browsers read
// them (encoding.spec.whatwg.org): every byte has its own character, so nothing is lost.
[[nodiscard]] std::string windows_1252_to_utf8(std::string_view bytes);

// By its byte order mark (which is dropped), else UTF-8 when it is valid, else Windows-1252, which every text is.
// Halves of UTF-16 characters become U+FFFD.
[[nodiscard]] Decoded to_utf8_guessing(std::string_view bytes);

// "UTF-8", "UTF-16LE", "windows-1252", as people know them.
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

} // namespace zk
