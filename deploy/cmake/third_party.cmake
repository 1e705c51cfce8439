# Targets for the parts we did not write; deploy/setup/ puts their sources into build/deps.
#   danloi_json       nlohmann/json, headers only
#   danloi_qrcodegen  the QR encoder
#   danloi_imgui_lib  Dear ImGui with its OpenGL back end (native: with its SDL back end as well)
#   danloi_sdl2       native: the system's SDL2; Wasm: a window and an OpenGL ES 2 context, nothing else
# Their warnings are not ours: they compile with -w and their headers are SYSTEM.
set(deps ${PROJECT_SOURCE_DIR}/build/deps)
if(NOT EXISTS ${deps}/imgui/imgui.h OR NOT EXISTS ${deps}/sdl2/src/SDL.c OR NOT EXISTS ${deps}/qrcodegen/c/qrcodegen.c)
  message(FATAL_ERROR "The third-party sources are missing. Run: make setup")
endif()

# Only nlohmann/ may be seen under Emscripten: the rest of /usr/include is this machine's C library.
find_path(NLOHMANN_DIR nlohmann/json.hpp REQUIRED NO_CMAKE_FIND_ROOT_PATH PATHS /usr/include)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/json)
if(EMSCRIPTEN)
  # In the page nobody reads why a file is no JSON, only that it is none: the library's sentences stay out of core.wasm.
  file(REMOVE_RECURSE ${PROJECT_BINARY_DIR}/json/nlohmann)
  file(COPY ${NLOHMANN_DIR}/nlohmann DESTINATION ${PROJECT_BINARY_DIR}/json)
  foreach(part lexer parser)
    set(header ${PROJECT_BINARY_DIR}/json/nlohmann/detail/input/${part}.hpp)
    file(READ ${header} code)
    string(REGEX REPLACE "error_message = \"[^\n]*\";" "error_message = \"\";" code "${code}")
    string(REGEX REPLACE "exception_message\\(token_type::[a-z_]+, \"[a-z ]+\"\\)" "std::string()" code "${code}")
    file(WRITE ${header} "${code}")
  endforeach()
else()
  file(CREATE_LINK ${NLOHMANN_DIR}/nlohmann ${PROJECT_BINARY_DIR}/json/nlohmann SYMBOLIC)
endif()
add_library(danloi_json INTERFACE)
target_include_directories(danloi_json SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/json)

# The C edition: no exceptions, no streams, no allocation; the C++ edition draws all of libc++ locale into core.wasm.
add_library(danloi_qrcodegen STATIC ${deps}/qrcodegen/c/qrcodegen.c)
target_include_directories(danloi_qrcodegen SYSTEM PUBLIC ${deps}/qrcodegen/c)
target_compile_options(danloi_qrcodegen PRIVATE -w)

add_library(danloi_imgui_lib STATIC EXCLUDE_FROM_ALL
  ${deps}/imgui/imgui.cpp ${deps}/imgui/imgui_tables.cpp ${deps}/imgui/imgui_widgets.cpp
  ${deps}/imgui/backends/imgui_impl_opengl3.cpp)
target_include_directories(danloi_imgui_lib SYSTEM PUBLIC ${deps}/imgui ${deps}/imgui/backends)
target_compile_definitions(danloi_imgui_lib PUBLIC
  IMGUI_USE_WCHAR32 IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS)
target_compile_options(danloi_imgui_lib PRIVATE -w $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>)

if(EMSCRIPTEN)
  include(${CMAKE_CURRENT_LIST_DIR}/third_party_wasm.cmake)
else()
  find_package(SDL2 REQUIRED)
  add_library(danloi_sdl2 INTERFACE)
  target_link_libraries(danloi_sdl2 INTERFACE SDL2::SDL2)
  target_sources(danloi_imgui_lib PRIVATE ${deps}/imgui/imgui_draw.cpp ${deps}/imgui/backends/imgui_impl_sdl2.cpp)
  target_link_libraries(danloi_imgui_lib PUBLIC danloi_sdl2 ${CMAKE_DL_LIBS})
endif()
