// JsonLogic operator by operator: own cases for each, with JavaScript's truth and conversions.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/rule.hpp"

namespace danloi {
namespace {

using nlohmann::json;

const Date today = parse_iso("2026-11-21").value_or(Date{});

/// The result of a rule on data, all three as JSON text.
void gives(const char* rule, const char* data, const char* expected) {
    std::string error;
    const json result = run_logic(json::parse(rule, nullptr, false), json::parse(data, nullptr, false), today, nullptr, error);
    EXPECT_EQ(error, "") << rule;
    EXPECT_EQ(result, json::parse(expected, nullptr, false)) << rule << " on " << data;
}
void gives(const char* rule, const char* expected) { gives(rule, "{}", expected); }

std::string error_of(const std::string& rule) {
    std::string error;
    EXPECT_TRUE(run_logic(json::parse(rule, nullptr, false), json::object(), today, nullptr, error).is_null());
    return error;
}

TEST(Logic, PassesDataThrough) {
    for (const char* data : {"true", "17", "3.25", "\"táo\"", "null", "[1,\"b\"]", "{}", R"({"a":1,"b":{"var":"x"}})"}) gives(data, data);
    gives(R"([{"+":[1,1]},"x"])", R"([2,"x"])");
}

TEST(Logic, LooseEquality) {
    gives(R"({"==":[1,"1"]})", "true");
    gives(R"({"==":[1,1.0]})", "true");
    gives(R"({"==":["",0]})", "true");
    gives(R"({"==":[null,0]})", "false");
    gives(R"({"==":[null,""]})", "false");
    gives(R"({"==":[null]})", "true");
    gives(R"({"==":[true,"1"]})", "true");
    gives(R"({"==":[true,"true"]})", "false");
    gives(R"({"==":[[],""]})", "true");
    gives(R"({"==":[["a","b"],"a,b"]})", "true");
    gives(R"({"==":[[5],5]})", "true");
    gives(R"({"==":[[1],[1]]})", "false");
    gives(R"({"==":[{"var":"l"},{"var":"l"}]})", R"({"l":[1]})", "true");
    gives(R"({"==":[{"a":1,"b":2},"[object Object]"]})", "true");
    gives(R"({"==":["0x1F",31]})", "true");
    gives(R"({"==":[" 7 ",7]})", "true");
    gives(R"({"==":["7x",7]})", "false");
    gives(R"({"!=":[1,"1"]})", "false");
    gives(R"({"!=":[1,2]})", "true");
}

TEST(Logic, StrictEquality) {
    gives(R"({"===":[1,1]})", "true");
    gives(R"({"===":[1,"1"]})", "false");
    gives(R"({"===":[null]})", "false");
    gives(R"({"===":["b",{"var":"x"}]})", R"({"x":"b"})", "true");
    gives(R"({"!==":[1,"1"]})", "true");
    gives(R"({"!==":[{"var":"x"},"b"]})", R"({"x":"b"})", "false");
}

TEST(Logic, AVariableAgainstATextStillConverts) {
    gives(R"({"==":[{"var":"x"},"5"]})", R"({"x":5})", "true");
    gives(R"({"==":["true",{"var":"x"}]})", R"({"x":true})", "false");
    gives(R"({"==":[{"var":"x"},""]})", R"({"x":[]})", "true");
    gives(R"({"===":[{"var":"x"},"5"]})", R"({"x":5})", "false");
    gives(R"({"!=":[{"var":"x"},"5"]})", R"({"x":null})", "true");
}

TEST(Logic, Order) {
    gives(R"({">":[2,1]})", "true");
    gives(R"({">":["10",9]})", "true");
    gives(R"({">":["10","9"]})", "false");
    gives(R"({">=":[null,0]})", "true");
    gives(R"({"<":[null,1]})", "true");
    gives(R"({"<":["a",1]})", "false");
    gives(R"({">":[1]})", "false");
    gives(R"({"<":["2026-09-03","2026-11-21"]})", "true");
    gives(R"({"<":[[2],3]})", "true");
    gives(R"({"<":[1,2,3]})", "true");
    gives(R"({"<":[1,2,{"and":[]}]})", "true");  // an argument that turned out undefined was not given
    gives(R"({"<":[1,1,3]})", "false");
    gives(R"({"<=":[1,1,3]})", "true");
    gives(R"({"<=":[1,4,3]})", "false");
    gives(R"({"<=":[{"var":"x"},"b"]})", R"({"x":"a"})", "true");
}

TEST(Logic, Truth) {
    for (const char* no : {"[]", "0", "\"\"", "null", "false"}) gives((std::string{R"({"!!":[)"} + no + "]}").c_str(), "false");
    for (const char* yes : {"[0]", "1", "-1", "\"0\"", "\"false\"", "{}", "true"}) gives((std::string{R"({"!!":[)"} + yes + "]}").c_str(), "true");
    gives(R"({"!":0})", "true");
    gives(R"({"!":[[]]})", "true");
    gives(R"({"!":["x"]})", "false");
    gives(R"({"!!":[{"/":[0,0]}]})", "false");
}

TEST(Logic, AndOrGiveTheDecidingValue) {
    gives(R"({"and":[1,"x",3]})", "3");
    gives(R"({"and":[1,"",3]})", "\"\"");
    gives(R"({"and":[[],true]})", "[]");
    gives(R"({"or":[0,"",3]})", "3");
    gives(R"({"or":[0,null,""]})", "\"\"");
    gives(R"({"or":[false,[],"0"]})", "\"0\"");
    gives(R"({"and":[]})", "null");
    gives(R"({"or":[]})", "null");
}

TEST(Logic, If) {
    gives(R"({"if":[]})", "null");
    gives(R"({"if":["x"]})", "\"x\"");
    gives(R"({"if":[false,"a"]})", "null");
    gives(R"({"if":[[],"a","b"]})", "\"b\"");
    gives(R"({"if":[0,"a","0","b","c"]})", "\"b\"");
    gives(R"({"if":[0,"a",null,"b",{"+":[1,2]}]})", "3");
    gives(R"({"?:":[{">":[3,1]},"yes","no"]})", "\"yes\"");
}

TEST(Logic, Variables) {
    gives(R"({"var":"a"})", R"({"a":1})", "1");
    gives(R"({"var":["b",2]})", R"({"a":1})", "2");
    gives(R"({"var":["a",2]})", R"({"a":null})", "null");
    gives(R"({"var":"a.b.1"})", R"({"a":{"b":[7,8]}})", "8");
    gives(R"({"var":["a.x.y",9]})", R"({"a":{"b":1}})", "9");
    gives(R"({"var":["a.x",9]})", R"({"a":null})", "9");
    gives(R"({"var":1})", R"(["x","y"])", "\"y\"");
    gives(R"({"var":"01"})", R"(["x","y"])", "null");
    gives(R"({"var":""})", "[1,2]", "[1,2]");
    gives(R"({"var":[]})", "5", "5");
    gives(R"({"var":null})", "5", "5");
    gives(R"({"var":"a"})", "null", "null");
    gives(R"({"var":[{"var":"which"}]})", R"({"which":"b","b":3})", "3");
    gives(R"({"var":[{"if":[true,"a","b"]},4]})", R"({"b":1})", "4");
    gives(R"({"var":"l.length"})", R"({"l":[1,2,3]})", "3");
}

TEST(Logic, Missing) {
    gives(R"({"missing":["a","b","c.d"]})", R"({"a":1,"c":{"e":1}})", R"(["b","c.d"])");
    gives(R"({"missing":"a"})", R"({"a":""})", R"(["a"])");
    gives(R"({"missing":[]})", "[]");
    gives(R"({"missing":{"merge":["a",{"if":[true,["b"],[]]}]}})", R"({"a":0})", R"(["b"])");
    gives(R"({"missing_some":[1,["a","b"]]})", R"({"b":1})", "[]");
    gives(R"({"missing_some":[2,["a","b","c"]]})", R"({"b":1})", R"(["a","c"])");
}

TEST(Logic, Arithmetic) {
    gives(R"({"+":[1,"2",3.5]})", "6.5");
    gives(R"({"+":"3.5kg"})", "3.5");
    gives(R"({"+":[]})", "0");
    gives(R"({"+":[1,null]})", "null");
    gives(R"({"+":["a",1]})", "null");
    gives(R"({"-":[2,"3"]})", "-1");
    gives(R"({"-":["5"]})", "-5");
    gives(R"({"-":[5,null]})", "5");
    gives(R"({"*":["2",3,4]})", "24");
    gives(R"({"*":["2"]})", "\"2\"");
    gives(R"({"/":[1,4]})", "0.25");
    gives(R"({"/":[1,0]})", "null");
    gives(R"({"/":[0,0]})", "null");
    gives(R"({"%":[7,4]})", "3");
    gives(R"({"%":[-7,4]})", "-3");
    gives(R"({"%":[7,0]})", "null");
    gives(R"({"max":[1,"7",3]})", "7");
    gives(R"({"min":[4,null,3]})", "0");
    gives(R"({"max":[1,"x"]})", "null");
    gives(R"({"min":[]})", "null");
}

TEST(Logic, Lists) {
    const char* data = R"({"n":[1,2,3],"p":[{"q":1},{"q":5}]})";
    gives(R"({"map":[{"var":"n"},{"*":[{"var":""},2]}]})", data, "[2,4,6]");
    gives(R"({"map":[{"var":"p"},{"var":"q"}]})", data, "[1,5]");
    gives(R"({"map":[{"var":"none"},1]})", data, "[]");
    gives(R"({"filter":[{"var":"n"},{"%":[{"var":""},2]}]})", data, "[1,3]");
    gives(R"({"filter":["x",true]})", data, "[]");
    gives(R"({"reduce":[{"var":"p"},{"+":[{"var":"accumulator"},{"var":"current.q"}]},10]})", data, "16");
    gives(R"({"reduce":[{"var":"none"},1,7]})", data, "7");
    gives(R"({"reduce":[{"var":"n"},{"var":"accumulator"}]})", data, "null");
    gives(R"({"map":[{"var":"p"},{"map":[[1,2],{"+":[{"var":""},1]}]}]})", data, "[[2,3],[2,3]]");
    gives(R"({"merge":[1,[2,[3]],[]]})", "[1,2,[3]]");
    gives(R"({"merge":[]})", "[]");
}

TEST(Logic, Quantifiers) {
    const char* data = R"({"n":[1,2,3],"e":[]})";
    gives(R"({"all":[{"var":"n"},{">":[{"var":""},0]}]})", data, "true");
    gives(R"({"all":[{"var":"n"},{">":[{"var":""},1]}]})", data, "false");
    gives(R"({"all":[{"var":"e"},true]})", data, "false");
    gives(R"({"some":[{"var":"n"},{"==":[{"var":""},3]}]})", data, "true");
    gives(R"({"some":[{"var":"e"},true]})", data, "false");
    gives(R"({"none":[{"var":"n"},{">":[{"var":""},3]}]})", data, "true");
    gives(R"({"none":[{"var":"n"},{">":[{"var":""},2]}]})", data, "false");
    gives(R"({"none":[{"var":"x"},true]})", data, "true");
}

TEST(Logic, InCatSubstrLog) {
    gives(R"({"in":["b",["a","b"]]})", "true");
    gives(R"({"in":[1,["1"]]})", "false");
    gives(R"({"in":["Spring","Springfield"]})", "true");
    gives(R"({"in":[1,"a1"]})", "true");
    gives(R"({"in":["x",null]})", "false");
    gives(R"({"in":["",""]})", "false");
    gives(R"({"in":[{"var":"x"},["a","b"]]})", R"({"x":"b"})", "true");
    gives(R"({"cat":["Tôi ",2,null,true,[1,null,"x"]]})", "\"Tôi 2true1,,x\"");
    gives(R"({"cat":"một"})", "\"một\"");
    gives(R"({"cat":[0.1,1e21,1e-7,123456789012345680000,-0.5,5e-324]})", "\"0.11e+211e-7123456789012345680000-0.55e-324\"");
    gives(R"({"substr":["tiếng Việt",6]})", "\"Việt\"");
    gives(R"({"substr":["tiếng Việt",-4,2]})", "\"Vi\"");
    gives(R"({"substr":["tiếng Việt",0,-5]})", "\"tiếng\"");
    gives(R"({"substr":["abc",9]})", "\"\"");
    gives(R"({"substr":["abc",0,-9]})", "\"\"");
    gives(R"({"log":[{"+":[1,1]}]})", "2");
}

TEST(Logic, DatesAndPlaces) {
    gives(R"({"today":[]})", "\"2026-11-21\"");
    gives(R"({"date":"2026-09-03T10:42"})", "\"2026-09-03\"");
    gives(R"({"date":"2026-02-30"})", "null");
    gives(R"({"date":5})", "null");
    gives(R"({"daysBetween":["2026-11-01",{"today":[]}]})", "20");
    gives(R"({"daysBetween":["2026-11-21","2026-11-01"]})", "-20");
    gives(R"({"daysBetween":[{"var":"b"},{"today":[]}]})", R"({"b":"mai"})", "null");
    gives(R"({"ageAt":["2008-11-22",{"today":[]}]})", "17");
    gives(R"({"ageAt":["2030-01-01",{"today":[]}]})", "null");
    gives(R"({"addWorkingDays":["2026-11-20",1]})", "\"2026-11-23\"");
    gives(R"({"addWorkingDays":["2026-11-23",-1]})", "\"2026-11-20\"");
    gives(R"({"addWorkingDays":["2026-11-20",1.5]})", "null");
    gives(R"({"addWorkingDays":["2026-11-20",null]})", "null");
    gives(R"({"inPlace":["00001","00001"]})", "true");
    gives(R"({"inPlace":["00001","01"]})", "false");
    gives(R"({"inPlace":[null,null]})", "false");
}

TEST(Logic, FaultsAreNamed) {
    EXPECT_NE(error_of(R"({"and":[true,{"nope":[1]}]})").find("unknown operator \"nope\""), std::string::npos);
    EXPECT_NE(error_of(R"({"ageAt":["2008-11-22"]})").find("takes 2 arguments, not 1"), std::string::npos);
    EXPECT_NE(error_of(R"({"today":[1]})").find("takes 0 arguments"), std::string::npos);
    EXPECT_NE(error_of(R"({"daysBetween":[1,2,3]})").find("not 3"), std::string::npos);
}

TEST(Logic, WorkIsLimited) {
    const std::string list = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]";
    const std::string acc = R"({"var":"accumulator"})";
    EXPECT_NE(error_of(R"({"reduce":[)" + list + R"(,{"cat":[)" + acc + "," + acc + R"(]},"xx"]})").find("too many steps"), std::string::npos);
    EXPECT_NE(error_of(R"({"reduce":[)" + list + R"(,{"merge":[)" + acc + "," + acc + R"(]},[1]]})").find("too many steps"), std::string::npos);
    const std::string inner = R"({"map":[)" + list + R"(,{"map":[)" + list + R"(,{"map":[)" + list + ",1]}]}]}";
    EXPECT_NE(error_of(inner).find("too many steps"), std::string::npos);
}

}  // namespace
}  // namespace danloi
