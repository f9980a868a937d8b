# zk_fuzz(csv LINK zk_app): the fuzz target fuzz_csv from fuzz/csv.cpp; its corpus is fuzz/corpus/csv/.
# All libraries are built with coverage; only the target itself brings libFuzzer's main().

function(zk_fuzz name)
    cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
    add_executable(fuzz_${name} ${name}.cpp)
    target_link_libraries(fuzz_${name} PRIVATE ${arg_LINK} zk_flags)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/targets)
endfunction()
