// The line icons of shell/icons.json, which the DOM layer shows as SVG and the painter draws: one source for both.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// One step of a stroke in the 24 x 24 box: M x y, L x y, C x1 y1 x2 y2 x y, or Z (back to the start).
struct IconStep {
    char op = 'M';
    float p[6] = {};
};

class IconSet {
public:
    /// Reads {"name":[[["M",x,y],["L",x,y],...],...]}; false when the text is no JSON object.
    [[nodiscard]] bool read(std::string_view json);
    /// The strokes of an icon one after the other (each starts with M), or nothing for an unknown name.
    [[nodiscard]] const std::vector<IconStep>* find(std::string_view name) const;

private:
    struct Icon {
        std::string name;
        std::vector<IconStep> steps;
    };
    std::vector<Icon> icons_;
};

}  // namespace danloi
