# The web interface in the binary: zk_embed_web(zk_app folder) compiles all files of the folder into the target, as the table
# that app/http/assets.hpp declares. Without the folder the table is empty, and the server says so on its page.

find_program(ZK_GZIP gzip REQUIRED)

function(zk_embed_web target folder)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*)
    # A file that is gone leaves no trace in DEPENDS, so its absence stands in the command.
    string(MD5 list "${files}")
    set(out ${CMAKE_BINARY_DIR}/generated/web)
    add_custom_command(OUTPUT ${out}/assets_table.cpp
        COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DOUT=${out} -DGZIP=${ZK_GZIP} -DLIST=${list}
                -P ${CMAKE_SOURCE_DIR}/cmake/embed_assets.cmake
        DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_assets.cmake
        COMMENT "Packing the web interface" VERBATIM)
    target_sources(${target} PRIVATE ${out}/assets_table.cpp)
endfunction()
