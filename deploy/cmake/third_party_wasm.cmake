# Dear ImGui and SDL2 for painter.wasm, cut to what a painter without input needs. Figures: docs/decisions/0002.

# Leaves an unchanged file alone, so that configuring again compiles nothing again.
function(write_if_changed file content)
  if(EXISTS ${file})
    file(READ ${file} present)
    if(present STREQUAL content)
      return()
    endif()
  endif()
  file(WRITE ${file} "${content}")
endfunction()

# --- SDL2: its shipped Emscripten settings with these changes, in a copy of its headers ---
set(sdl ${deps}/sdl2)
set(sdl_include ${PROJECT_BINARY_DIR}/sdl2/include)
file(COPY ${sdl}/include/ DESTINATION ${sdl_include} PATTERN SDL_config_emscripten.h EXCLUDE)
file(READ ${sdl}/include/SDL_config_emscripten.h sdl_config)
foreach(part AUDIO JOYSTICK SENSOR RENDER POWER LOADSO FILESYSTEM FILE TIMERS)
  string(APPEND sdl_config "#define SDL_${part}_DISABLED 1\n")
endforeach()
# The page's own video device stands in for EGL; SDL's small number printing for the C library's long double one.
foreach(name SDL_AUDIO_DRIVER_DISK SDL_AUDIO_DRIVER_DUMMY SDL_AUDIO_DRIVER_EMSCRIPTEN SDL_JOYSTICK_EMSCRIPTEN SDL_SENSOR_DUMMY
    SDL_LOADSO_DLOPEN SDL_TIMER_UNIX SDL_POWER_EMSCRIPTEN SDL_FILESYSTEM_EMSCRIPTEN SDL_VIDEO_RENDER_OGL_ES2 SDL_VIDEO_OPENGL_EGL
    HAVE_VSNPRINTF HAVE_VSSCANF HAVE_SSCANF HAVE_STRTOD HAVE_ATOF HAVE_ICONV HAVE_ICONV_H HAVE_GETENV HAVE_SETENV HAVE_PUTENV HAVE_UNSETENV)
  string(APPEND sdl_config "#undef ${name}\n")
endforeach()
string(APPEND sdl_config "#define SDL_LEAN_AND_MEAN 1\n#define SDL_ASSERT_LEVEL 0\n")
write_if_changed(${sdl_include}/SDL_config_emscripten.h "${sdl_config}")

set(sdl_parts SDL SDL_assert SDL_error SDL_hints SDL_list SDL_log SDL_utils
  atomic/SDL_atomic atomic/SDL_spinlock cpuinfo/SDL_cpuinfo
  stdlib/SDL_crc16 stdlib/SDL_crc32 stdlib/SDL_getenv stdlib/SDL_iconv stdlib/SDL_malloc stdlib/SDL_qsort stdlib/SDL_stdlib
  stdlib/SDL_string stdlib/SDL_strtokr
  thread/SDL_thread thread/generic/SDL_sysmutex thread/generic/SDL_syssem thread/generic/SDL_systhread thread/generic/SDL_systls
  timer/SDL_timer timer/dummy/SDL_systimer
  video/SDL_blit video/SDL_blit_0 video/SDL_blit_1 video/SDL_blit_A video/SDL_blit_N video/SDL_blit_auto video/SDL_blit_copy
  video/SDL_blit_slow video/SDL_fillrect video/SDL_pixels video/SDL_rect video/SDL_surface video/SDL_video)
list(TRANSFORM sdl_parts PREPEND ${sdl}/src/)
list(TRANSFORM sdl_parts APPEND .c)
add_library(danloi_sdl2 STATIC EXCLUDE_FROM_ALL ${sdl_parts}
  ${PROJECT_SOURCE_DIR}/web/sdl/page_video.c ${PROJECT_SOURCE_DIR}/web/sdl/page_events.c)
target_include_directories(danloi_sdl2 SYSTEM PUBLIC ${sdl_include} PRIVATE ${sdl}/src)
# Without the switch Emscripten puts its SDL 1 headers first.
target_compile_options(danloi_sdl2 PUBLIC -sUSE_SDL=0 PRIVATE -w)
target_link_options(danloi_sdl2 PUBLIC -sUSE_SDL=0)

# --- Dear ImGui: without its built-in font (9 kB in brotli; the painter always brings its own) ---
file(READ ${deps}/imgui/imgui_draw.cpp imgui_draw)
string(REGEX REPLACE "(proggy_clean_ttf_compressed_data_base85)\\[[^]]*\\] =[\r\n]+( *\"[^\n]*\n)+" "\\1[] = \"\";\n" imgui_draw_small "${imgui_draw}")
if(imgui_draw_small STREQUAL imgui_draw)
  message(FATAL_ERROR "Dear ImGui's built-in font is not where this file expects it: look at imgui_draw.cpp and adjust the pattern")
endif()
write_if_changed(${PROJECT_BINARY_DIR}/imgui/imgui_draw.cpp "${imgui_draw_small}")
target_sources(danloi_imgui_lib PRIVATE ${PROJECT_BINARY_DIR}/imgui/imgui_draw.cpp ${PROJECT_SOURCE_DIR}/web/sdl/imgui_format.cpp)
target_include_directories(danloi_imgui_lib PRIVATE ${PROJECT_SOURCE_DIR}/web/sdl)
target_compile_definitions(danloi_imgui_lib PUBLIC IMGUI_IMPL_OPENGL_ES2 PRIVATE IMGUI_USER_CONFIG="imgui_config.h")
target_link_libraries(danloi_imgui_lib PUBLIC danloi_sdl2)
