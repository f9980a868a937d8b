# Writes OUT/assets_table.cpp from all files below FOLDER (cmake -P). Text is packed with gzip -9; the page itself is not, since
# it gets another nonce each time. The same files give the same bytes.

cmake_minimum_required(VERSION 3.25)

set(types
    html "text/html\; charset=utf-8" js "text/javascript\; charset=utf-8" css "text/css\; charset=utf-8"
    json "application/json" webmanifest "application/manifest+json" svg "image/svg+xml" txt "text/plain\; charset=utf-8"
    png "image/png" ico "image/x-icon" woff2 "font/woff2" wasm "application/wasm")
set(packed js css json webmanifest svg txt ico wasm)

file(REMOVE_RECURSE ${OUT}/packed)
file(MAKE_DIRECTORY ${OUT}/packed)
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*)
# Source maps are for who builds.
list(FILTER files EXCLUDE REGEX "\\.map$")
list(SORT files)

set(bytes "")
set(rows "")
set(number 0)
foreach(file IN LISTS files)
    get_filename_component(extension ${file} LAST_EXT)
    string(REPLACE "." "" extension "${extension}")
    list(FIND types "${extension}" at)
    if(extension STREQUAL "" OR at EQUAL -1)
        message(FATAL_ERROR "${file}: no content type is known for '.${extension}': add it to cmake/embed_assets.cmake")
    endif()
    math(EXPR at "${at} + 1")
    list(GET types ${at} type)

    # A copy, since the folder may be made anew while this is compiled.
    set(source ${OUT}/packed/${number})
    set(coding identity)
    if(extension IN_LIST packed)
        set(coding gzip)
        execute_process(COMMAND ${GZIP} -9 -n -c ${FOLDER}/${file} OUTPUT_FILE ${source} COMMAND_ERROR_IS_FATAL ANY)
    else()
        configure_file(${FOLDER}/${file} ${source} COPYONLY)
    endif()
    # Vite writes what a file holds into its name.
    set(lifetime checked)
    if(file MATCHES "^assets/.*-[A-Za-z0-9_-]+\\.[a-z0-9]+$")
        set(lifetime immutable)
    endif()
    file(SHA256 ${source} digest)
    string(SUBSTRING ${digest} 0 32 digest)
    file(SIZE ${source} size)

    string(APPEND bytes
        "asm(\".section .rodata\\n.balign 16\\nzk_web_asset_${number}:\\n.incbin \\\"${source}\\\"\\n.byte 0\\n.previous\\n\");\n"
        "extern \"C\" char const zk_web_asset_${number}[];\n")
    string(APPEND rows
        "    Asset { \"/${file}\", \"${type}\", \"\\\"${digest}\\\"\", Coding::${coding}, Lifetime::${lifetime}, "
        "{ zk_web_asset_${number}, ${size} } },\n")
    math(EXPR number "${number} + 1")
endforeach()

file(WRITE ${OUT}/assets_table.cpp
"// Made by cmake/embed_assets.cmake.
#include \"app/http/assets.hpp\"

#include <array>

// NOLINTBEGIN
${bytes}
namespace zk::app::http {

std::span<Asset const> embedded_assets()
{
    static constinit std::array<Asset, ${number}> const table { {
${rows}    } };
    return table;
}

} // namespace zk::app::http
// NOLINTEND
")
