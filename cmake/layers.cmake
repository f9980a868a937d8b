# A folder under src/ is one library zk_<folder> and, when it has *_test.cpp, one test binary <folder>_test.
# Files are collected: nobody edits a list to add one.

# zk_layer(keep ABOVE base crypto PUBLIC lib... PRIVATE lib...)
function(zk_layer name)
    cmake_parse_arguments(arg "" "" "ABOVE;PUBLIC;PRIVATE" ${ARGN})
    set(folder ${CMAKE_SOURCE_DIR}/src/${name})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    set(tests ${sources})
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    list(FILTER sources EXCLUDE REGEX "(_test|/app/main)\\.cpp$")
    list(TRANSFORM arg_ABOVE PREPEND zk_)

    if(sources)
        add_library(zk_${name} STATIC ${sources})
        target_include_directories(zk_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
        target_link_libraries(zk_${name} PUBLIC ${arg_ABOVE} ${arg_PUBLIC} PRIVATE zk_flags ${arg_PRIVATE})
    else()
        add_library(zk_${name} INTERFACE)
        target_include_directories(zk_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
        target_link_libraries(zk_${name} INTERFACE ${arg_ABOVE} ${arg_PUBLIC})
    endif()

    if(tests AND ZK_TESTS)
        zk_test(${name}_test SOURCES ${tests} LINK zk_${name} $<TARGET_NAME_IF_EXISTS:zk_testing>)
    endif()
endfunction()

# What clang-tidy asks of a test: the macros of GoogleTest and rapidcheck make the full list slow, and blame us.
set(zk_test_checks -*,bugprone-use-after-move,bugprone-dangling-handle,misc-unused-using-decls,modernize-use-override,performance-for-range-copy,readability-identifier-naming)

# zk_test(tidy_test SOURCES ... LINK ...): a GoogleTest binary, its tests known to ctest, run from the source root.
function(zk_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK} zk_flags rapidcheck GTest::gtest_main)
    # Half the time to compile a property; a precompiled header saved less and spoiled the shared cache.
    target_compile_options(${name} PRIVATE -O0)
    if(CMAKE_CXX_CLANG_TIDY)
        set_target_properties(${name} PROPERTIES CXX_CLANG_TIDY "${CMAKE_CXX_CLANG_TIDY};--checks=${zk_test_checks}")
    endif()
    gtest_discover_tests(${name}
        DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        TEST_PREFIX "${name}: "
        PROPERTIES TIMEOUT 300)
endfunction()
