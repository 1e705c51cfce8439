// SDL without its event queue: the page's elements are the only source of input, so nothing is ever queued.
// These are the functions SDL's video part calls in src/events; with them that folder (keyboard, mouse, touch, gestures,
// clipboard, 11 kB in brotli) stays out of painter.wasm. Native builds use the system's whole SDL.
#include "SDL_internal.h"

#include "SDL_events.h"
#include "events/SDL_events_c.h"
#include "events/SDL_keyboard_c.h"
#include "events/SDL_mouse_c.h"
#include "events/SDL_touch_c.h"

int SDL_EventsInit(void) { return 0; }
void SDL_EventsQuit(void) {}
Uint8 SDL_EventState(Uint32 type, int state) { (void)type; (void)state; return SDL_DISABLE; }
int SDL_SendDisplayEvent(SDL_VideoDisplay *display, Uint8 event, int data) { (void)display; (void)event; (void)data; return 0; }
int SDL_SendWindowEvent(SDL_Window *window, Uint8 event, int data1, int data2) {
    (void)window; (void)event; (void)data1; (void)data2;
    return 0;
}

int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
SDL_Window *SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window *window) { (void)window; }

int SDL_MouseInit(void) { return 0; }
void SDL_MouseQuit(void) {}
SDL_Mouse *SDL_GetMouse(void) {
    static SDL_Mouse mouse;  // zero: no focus, no grab, no relative mode
    return &mouse;
}
Uint32 SDL_GetMouseState(int *x, int *y) {
    if (x) *x = 0;
    if (y) *y = 0;
    return 0;
}
SDL_Window *SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window *window) { (void)window; }
void SDL_WarpMouseInWindow(SDL_Window *window, int x, int y) { (void)window; (void)x; (void)y; }

int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}
