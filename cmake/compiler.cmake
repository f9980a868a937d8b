# How every source of this project is compiled: warnings, sanitizers, hardening, cache.
# The presets choose through ZK_SANITIZE and ZK_HARDEN; everything else holds for all of them.

set(ZK_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them (address,undefined or thread)")
option(ZK_HARDEN "Hardening flags of the binary that we ship" OFF)
option(ZK_WERROR "Warnings are errors" ON)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(zk_flags INTERFACE)

target_compile_options(zk_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wcast-align -Wcast-qual
    -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wundef -Wvla
    -Wdouble-promotion -Wsuggest-override
    # A designated initialiser names what it sets; the rest has its default on purpose.
    -Wno-missing-field-initializers
    $<$<BOOL:${ZK_WERROR}>:-Werror>
    # No path of the machine that built it, in the binary or in a message.
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=
    -fno-omit-frame-pointer)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # -Wrestrict cries at std::string's operator+ in g++ 12 (GCC bug 105651).
    target_compile_options(zk_flags INTERFACE -Wduplicated-cond -Wlogical-op -Wno-restrict)
else()
    # libstdc++ 12 uses its own deprecated get_temporary_buffer in stable_sort.
    target_compile_options(zk_flags INTERFACE -Wno-deprecated-declarations)
endif()

if(ZK_SANITIZE)
    target_compile_options(zk_flags INTERFACE -fsanitize=${ZK_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(zk_flags INTERFACE -fsanitize=${ZK_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # The instrumented code confuses its flow analysis about std::expected and std::optional.
        target_compile_options(zk_flags INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

# Also where it is not shipped: an index out of bounds of the standard library's containers stops the process.
target_compile_definitions(zk_flags INTERFACE _GLIBCXX_ASSERTIONS)

if(ZK_HARDEN)
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    target_compile_options(zk_flags INTERFACE
        -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE)
    target_link_options(zk_flags INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        target_compile_options(zk_flags INTERFACE -fcf-protection)
    endif()
endif()

# One cache for all build folders: paths below the source are relative to it, the folder itself does not count.
find_program(ZK_CCACHE ccache)
if(ZK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros ${ZK_CCACHE})
endif()
