# Writes app/version.hpp. Run at every build (cmake -P); the file changes only when the commit does.
# The date is that of the commit, so that the same commit gives the same binary.

find_package(Git QUIET)
file(STRINGS ${SOURCE_DIR}/VERSION version LIMIT_COUNT 1)
set(commit "")
set(date "")
if(GIT_FOUND)
    set(git ${CMAKE_COMMAND} -E env TZ=UTC ${GIT_EXECUTABLE} --no-optional-locks -C ${SOURCE_DIR})
    execute_process(COMMAND ${git} describe --always --dirty --abbrev=12 --exclude=*
        OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    execute_process(COMMAND ${git} log -1 --format=%cd --date=format-local:%Y-%m-%d
        OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT commit)
    set(commit "unknown")
endif()
if(NOT date)
    set(date "1970-01-01")
endif()
configure_file(${SOURCE_DIR}/cmake/version.hpp.in ${OUTPUT} @ONLY)
