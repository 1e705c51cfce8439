// See window.hpp.
//  [x] mouse, wheel, Tab and Shift+Tab, Enter and Space, typing with the system's input method, Escape and page keys
//  [ ] a caret inside a field: typing adds at the end, Backspace takes from it
#include "desktop/window.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "desktop/controls.hpp"
#include "desktop/sdl_renderer.hpp"

namespace danloi {
namespace {

constexpr float wheel_step = 60;

class Window {
public:
    Window(Painter& painter, Session& session, SDL_Window* window, SDL_Renderer* renderer, const LayoutInput& input)
        : painter_(painter), session_(session), window_(window), renderer_(renderer), drawer_(renderer), input_(input) {
        refresh();
    }

    void run() {
        SDL_Event event;
        while (SDL_WaitEvent(&event) != 0) {
            bool open = handle(event);
            while (open && SDL_PollEvent(&event) != 0) open = handle(event);
            if (!open) return;
            if (changed_) paint();
        }
    }

private:
    bool handle(const SDL_Event& event) {
        switch (event.type) {
            case SDL_QUIT: return false;
            case SDL_WINDOWEVENT: refresh(); break;
            case SDL_MOUSEBUTTONDOWN: focus_at(event.button.x, event.button.y); break;
            case SDL_MOUSEBUTTONUP: press_at(event.button.x, event.button.y); break;
            case SDL_MOUSEWHEEL: scroll_by(-event.wheel.preciseY * wheel_step); break;
            case SDL_KEYDOWN: key(event.key.keysym); break;
            case SDL_TEXTINPUT: type(event.text.text); break;
            default: break;
        }
        return true;
    }

    int under(int x, int y) const {
        return control_at(controls_, painter_.layout(), input_, scroll_, static_cast<float>(x), static_cast<float>(y));
    }

    void focus_at(int x, int y) {
        pressed_ = under(x, y);
        if (pressed_ >= 0) focus(pressed_, false);
    }

    void press_at(int x, int y) {
        if (pressed_ >= 0 && under(x, y) == pressed_) activate(pressed_);
        pressed_ = -1;
    }

    void focus(int index, bool shown) {
        focused_ = controls_.empty() ? "" : controls_[static_cast<std::size_t>(index)].key;
        ring_ = shown || controls_[static_cast<std::size_t>(index)].kind == Control::Kind::field;
        if (const Box* box = box_of(painter_.layout(), focused_); box != nullptr && !box->in_foot) {
            const float room = input_.height - painter_.layout().foot;
            if (box->y < scroll_) scroll_by(box->y - 16 - scroll_);
            if (box->y + box->h > scroll_ + room) scroll_by(box->y + box->h + 16 - room - scroll_);
        }
        refresh();
    }

    int focused_index() const {
        for (std::size_t i = 0; i < controls_.size(); ++i) {
            if (controls_[i].key == focused_) return static_cast<int>(i);
        }
        return -1;
    }

    void activate(int index) {
        const Control control = controls_[static_cast<std::size_t>(index)];
        if (control.kind == Control::Kind::field) return;
        if (control.kind == Control::Kind::check) {
            const bool on = !control.checked;
            session_.act(control.action, nullptr, &on);
        } else if (!control.action.empty()) {
            session_.act(control.action);
        } else if (!control.href.empty() && !session_.open(control.href)) {
            return;
        }
        if (const std::string copied = session_.take_copied(); !copied.empty()) SDL_SetClipboardText(copied.c_str());
        refresh();
    }

    void type(const char* text) {
        const int index = focused_index();
        if (index < 0 || controls_[static_cast<std::size_t>(index)].kind != Control::Kind::field) return;
        set_value(index, controls_[static_cast<std::size_t>(index)].value + text);
    }

    void set_value(int index, const std::string& value) {
        session_.act(controls_[static_cast<std::size_t>(index)].action, &value);
        refresh();
    }

    void backspace(int index) {
        std::string value = controls_[static_cast<std::size_t>(index)].value;
        // One code point: the bytes after its first begin with the bits 10.
        while (!value.empty() && (static_cast<unsigned char>(value.back()) & 0xC0U) == 0x80U) value.pop_back();
        if (!value.empty()) value.pop_back();
        set_value(index, value);
    }

    void key(const SDL_Keysym& pressed) {
        const int count = static_cast<int>(controls_.size());
        const int index = focused_index();
        const bool in_field = index >= 0 && controls_[static_cast<std::size_t>(index)].kind == Control::Kind::field;
        const float page = input_.height - painter_.layout().foot - 60;
        switch (pressed.sym) {
            case SDLK_TAB:
                if (count == 0) return;
                focus(((pressed.mod & KMOD_SHIFT) != 0 ? (index < 0 ? count : index) + count - 1 : index + 1) % count, true);
                break;
            case SDLK_RETURN:
            case SDLK_SPACE:
                if (index >= 0 && !in_field) activate(index);
                break;
            case SDLK_BACKSPACE:
                if (in_field) backspace(index);
                break;
            case SDLK_DOWN: scroll_by(wheel_step); break;
            case SDLK_UP: scroll_by(-wheel_step); break;
            case SDLK_PAGEDOWN: scroll_by(page); break;
            case SDLK_PAGEUP: scroll_by(-page); break;
            default: break;
        }
    }

    void scroll_by(float css) {
        const float most = painter_.layout().height - input_.height;
        scroll_ = std::clamp(scroll_ + css, 0.0F, std::max(0.0F, most));
        changed_ = true;
    }

    /// What the browser shows on the page and the painter leaves out: the text of fields, and the ring of the focus.
    void add_text(Layout& layout, const Control& control) const {
        const Box* box = box_of(layout, control.key);
        if (box == nullptr) return;
        const bool here = ring_ && control.key == focused_;
        if (here) {
            Command ring;
            ring.edge = Ink::primary;
            ring.border = 3;
            ring.radius = 14;
            ring.in_foot = box->in_foot;
            ring.x = box->x - 4;
            ring.y = box->y - 4;
            ring.w = box->w + 8;
            ring.h = box->h + 8;
            layout.commands.push_back(ring);
        }
        if (control.kind != Control::Kind::field) return;
        Command text;
        text.kind = Command::Kind::text;
        text.fill = Ink::text;
        text.size = box->size;
        text.x = box->x + box->pad_x;
        text.y = box->y + box->pad_y + box->leading * 0.73F;
        text.in_foot = box->in_foot;
        text.item = static_cast<std::uint32_t>(layout.texts.size());
        layout.texts.push_back(control.value + (here ? "|" : ""));
        layout.commands.push_back(text);
    }

    void refresh() {
        int width = 0, height = 0, pixels = 0;
        SDL_GetWindowSize(window_, &width, &height);
        SDL_GetRendererOutputSize(renderer_, &pixels, nullptr);
        input_.width = static_cast<float>(std::max(width, 280));
        input_.height = static_cast<float>(std::max(height, 200));
        input_.dpr = static_cast<float>(pixels) / static_cast<float>(std::max(width, 1));
        const Preferences& wishes = session_.preferences();
        input_.scale = static_cast<float>(wishes.text_scale) / 100;
        if (wishes.theme != "system") input_.theme = theme_named(wishes.theme);
        input_.easy = wishes.easy == "on";
        if (input_.easy) {
            input_.scale = std::max(1.5F, input_.scale);
            input_.theme = Theme::contrast;
        }

        const Screen screen = session_.screen();
        controls_ = controls_of(screen);
        Layout layout = lay_out(screen, input_, painter_.fonts());
        for (const Control& control : controls_) add_text(layout, control);
        painter_.show(std::move(layout), input_);
        if (screen.id != shown_) {
            shown_ = screen.id;
            scroll_ = 0;
            focused_.clear();
            SDL_SetWindowTitle(window_, screen.title.c_str());
        }
        scroll_by(0);
    }

    void paint() {
        changed_ = false;
        if (drawer_.draw(painter_, scroll_)) SDL_RenderPresent(renderer_);
    }

    Painter& painter_;
    Session& session_;
    SDL_Window* window_;
    SDL_Renderer* renderer_;
    SdlRenderer drawer_;
    LayoutInput input_;
    std::vector<Control> controls_;
    std::string shown_;
    std::string focused_;
    bool ring_ = false;
    bool changed_ = true;
    int pressed_ = -1;
    float scroll_ = 0;
};

}  // namespace

bool run_window(Painter& painter, Session& session, const WindowOrder& order) {
    if (!session.open(order.path)) {
        std::fputs("The site's data is not there. Run: make site, or name its folder with --site\n", stderr);
        return false;
    }
    SDL_Window* window = nullptr;
    SDL_Renderer* renderer = nullptr;
    bool opened = SDL_Init(SDL_INIT_VIDEO) == 0;
    if (opened) {
        window = SDL_CreateWindow("Dẫn Lối", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, static_cast<int>(order.input.width),
                                  static_cast<int>(order.input.height), SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
        renderer = window == nullptr ? nullptr : SDL_CreateRenderer(window, -1, SDL_RENDERER_PRESENTVSYNC);
        opened = renderer != nullptr;
    }
    if (opened) Window(painter, session, window, renderer, order.input).run();
    else std::fprintf(stderr, "No window: %s\n", SDL_GetError());
    if (renderer != nullptr) SDL_DestroyRenderer(renderer);
    if (window != nullptr) SDL_DestroyWindow(window);
    SDL_Quit();
    return opened;
}

}  // namespace danloi
