// SDL video device for the page: one window = the element #canvas, with a WebGL 1 (OpenGL ES 2) context.
//  [x] create, resize (backing store only: the style sheet owns the CSS size), draw, destroy
//  [ ] input: none on purpose. The DOM is the only source of input on the web, and the device SDL ships with
//      listens on window and document and cancels touch, wheel and Tab there.
// It takes the place of SDL's own src/video/emscripten, which also brings EGL, cursors, full screen and a software
// framebuffer: 15 kB in brotli that this program never calls. See docs/decisions/0002.
#include "SDL_internal.h"

#include <emscripten/html5.h>
#include <emscripten/html5_webgl.h>

#include "SDL_video.h"
#include "events/SDL_keyboard_c.h"
#include "events/SDL_mouse_c.h"
#include "video/SDL_sysvideo.h"

static const char *const canvas = "#canvas";

static double pixel_ratio(const SDL_Window *window) {
    return (window->flags & SDL_WINDOW_ALLOW_HIGHDPI) ? emscripten_get_device_pixel_ratio() : 1.0;
}

static int video_init(_THIS) {
    SDL_DisplayMode mode = {0};
    (void)_this;
    mode.format = SDL_PIXELFORMAT_RGB888;
    // The canvas is all the display there is; asking for the screen's size would bring in Emscripten's whole Browser object.
    emscripten_get_canvas_element_size(canvas, &mode.w, &mode.h);
    return SDL_AddBasicVideoDisplay(&mode) < 0 ? -1 : 0;
}

static void video_quit(_THIS) { (void)_this; }

static int set_display_mode(_THIS, SDL_VideoDisplay *display, SDL_DisplayMode *mode) {
    (void)_this; (void)display; (void)mode;
    return 0;
}

static void window_size_in_pixels(_THIS, SDL_Window *window, int *w, int *h) {
    const double ratio = pixel_ratio(window);
    (void)_this;
    *w = (int)(window->w * ratio + 0.5);
    *h = (int)(window->h * ratio + 0.5);
}

static void set_window_size(_THIS, SDL_Window *window) {
    int w, h, had_w, had_h;
    window_size_in_pixels(_this, window, &w, &h);
    // Setting the size clears the drawing even when nothing changes.
    if (emscripten_get_canvas_element_size(canvas, &had_w, &had_h) == EMSCRIPTEN_RESULT_SUCCESS && had_w == w && had_h == h) return;
    emscripten_set_canvas_element_size(canvas, w, h);
}

static int create_window(_THIS, SDL_Window *window) {
    int w, h;
    if (emscripten_get_canvas_element_size(canvas, &w, &h) != EMSCRIPTEN_RESULT_SUCCESS) return SDL_SetError("no #canvas in the page");
    set_window_size(_this, window);
    return 0;
}

static void pump_events(_THIS) { (void)_this; }

static int gl_load(_THIS, const char *path) { (void)_this; (void)path; return 0; }
static void gl_unload(_THIS) { (void)_this; }

/// Functions are linked, never looked up by name: a look-up table would keep every GL entry point alive in the JavaScript.
static void *gl_address(_THIS, const char *name) { (void)_this; (void)name; return NULL; }

static SDL_GLContext gl_create(_THIS, SDL_Window *window) {
    EmscriptenWebGLContextAttributes wanted;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context;
    (void)window;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.alpha = _this->gl_config.alpha_size > 0;
    wanted.depth = _this->gl_config.depth_size > 0;
    wanted.stencil = _this->gl_config.stencil_size > 0;
    wanted.antialias = _this->gl_config.multisamplebuffers > 0;
    wanted.enableExtensionsByDefault = 0;
    context = emscripten_webgl_create_context(canvas, &wanted);
    if (context <= 0) {
        SDL_SetError("no WebGL");
        return NULL;
    }
    emscripten_webgl_make_context_current(context);
    // The one extension ImGui's back end calls; asking for all of them would keep their names in the JavaScript.
    if (!emscripten_webgl_enable_OES_vertex_array_object(context)) {
        emscripten_webgl_destroy_context(context);
        SDL_SetError("WebGL without OES_vertex_array_object");
        return NULL;
    }
    return (SDL_GLContext)context;
}

static int gl_make_current(_THIS, SDL_Window *window, SDL_GLContext context) {
    (void)_this; (void)window;
    return emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) == EMSCRIPTEN_RESULT_SUCCESS ? 0 : -1;
}

/// The browser shows the frame when the script's turn ends.
static int gl_swap(_THIS, SDL_Window *window) { (void)_this; (void)window; return 0; }

static int gl_swap_interval(_THIS, int interval) { (void)_this; (void)interval; return 0; }
static int gl_get_swap_interval(_THIS) { (void)_this; return 1; }

static void gl_delete(_THIS, SDL_GLContext context) {
    (void)_this;
    emscripten_webgl_destroy_context((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context);
}

static void destroy_window(_THIS, SDL_Window *window) { (void)_this; (void)window; }

static void device_free(SDL_VideoDevice *device) { SDL_free(device); }

static SDL_VideoDevice *device_create(void) {
    SDL_VideoDevice *device = (SDL_VideoDevice *)SDL_calloc(1, sizeof *device);
    if (!device) return NULL;
    device->VideoInit = video_init;
    device->VideoQuit = video_quit;
    device->SetDisplayMode = set_display_mode;
    device->CreateSDLWindow = create_window;
    device->SetWindowSize = set_window_size;
    device->GetWindowSizeInPixels = window_size_in_pixels;
    device->DestroyWindow = destroy_window;
    device->PumpEvents = pump_events;
    device->GL_LoadLibrary = gl_load;
    device->GL_GetProcAddress = gl_address;
    device->GL_UnloadLibrary = gl_unload;
    device->GL_CreateContext = gl_create;
    device->GL_MakeCurrent = gl_make_current;
    device->GL_SetSwapInterval = gl_swap_interval;
    device->GL_GetSwapInterval = gl_get_swap_interval;
    device->GL_SwapWindow = gl_swap;
    device->GL_DeleteContext = gl_delete;
    device->free = device_free;
    return device;
}

/// The name SDL's list of devices looks for under Emscripten.
VideoBootStrap Emscripten_bootstrap = {"page", "the canvas of the page", device_create};
