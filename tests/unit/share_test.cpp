// Links: what they carry, that damage is found, that nothing personal is in them.
#include "core/share.hpp"

#include "core/base64url.hpp"
#include "core/crc32c.hpp"
#include "core/limits.hpp"
#include "real_content.hpp"

namespace danloi {
namespace {

using test::birth;
using test::Dice;
using test::dossier_of;
using test::on;
using test::procedure_ids;
using test::real;

// One random dossier after another of every procedure.
template <class Visit>
void for_dossiers(int rounds, unsigned seed, Visit visit) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : procedure_ids()) {
        Dice dice{seed};
        for (int round = 0; round < rounds; ++round) visit(real(id), random_dossier(real(id), dice, input), input);
    }
}

std::string with_checksum(std::string body) {
    const std::uint32_t sum = crc32c(body);
    for (int i = 0; i < 4; ++i) body += static_cast<char>((sum >> (8 * i)) & 255U);
    return base64url(body);
}

TEST(Base64Url, KnownTextsAndBack) {
    for (const auto& [bytes, text] : std::vector<std::pair<std::string, std::string>>{
             {"", ""}, {"f", "Zg"}, {"fo", "Zm8"}, {"foo", "Zm9v"}, {"foob", "Zm9vYg"}, {"\xFB\xFF", "-_8"}}) {
        EXPECT_EQ(base64url(bytes), text);
        EXPECT_EQ(from_base64url(text), bytes);
    }
    for (const char* bad : {"Z", "Zm9vY", "Zg==", "Zm+v", "Zm/v", "Z g", "Zh", "Zm9"}) EXPECT_FALSE(from_base64url(bad)) << bad;
}

TEST(Crc32c, KnownValue) {
    EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
    EXPECT_EQ(crc32c(""), 0U);
}

TEST(Share, RoundTrip) {
    for_dossiers(80, 1, [](const Procedure& p, const Dossier& dossier, const GuideInput& input) {
        const Shared shared = share_of(p, dossier, input);
        const std::string payload = encode_share(shared);
        EXPECT_LE(payload.size(), 600U) << p.id;
        EXPECT_EQ(payload.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
        const ShareResult back = decode_share(payload);
        ASSERT_TRUE(back.shared) << p.id;
        EXPECT_EQ(back.fault, ShareFault::none);
        EXPECT_EQ(*back.shared, shared);
        EXPECT_EQ(encode_share(*back.shared), payload);
    });
}

TEST(Share, EqualStatesGiveEqualLinks) {
    for_dossiers(30, 2, [](const Procedure& p, Dossier dossier, const GuideInput& input) {
        const std::string before = encode_share(share_of(p, dossier, input));
        dossier.id = "another";
        dossier.created = "2025-01-01";
        dossier.papers[p.documents.front().id] = PaperState::have;
        EXPECT_EQ(encode_share(share_of(p, dossier, input)), before) << "only answers and the step are shared";
        dossier.step = "sheet";
        EXPECT_NE(encode_share(share_of(p, dossier, input)), before);
    });
}

TEST(Share, NothingPersonalIsInside) {
    for_dossiers(60, 3, [](const Procedure& p, Dossier dossier, const GuideInput& input) {
        const std::vector<std::string> secrets{"17/03/2011", "2011-03-17", "17032011"};
        for (const Question& q : p.questions)
            if (q.personal && q.kind == QuestionKind::date) dossier.answers.insert_or_assign(q.id, secrets[0]);
        const Shared shared = share_of(p, dossier, input);
        const std::string bytes = from_base64url(encode_share(shared)).value_or("");
        ASSERT_FALSE(bytes.empty());
        for (const std::string& secret : secrets) EXPECT_EQ(bytes.find(secret), std::string::npos) << p.id;
        for (const Question& q : p.questions) {
            if (!q.personal) continue;
            EXPECT_EQ(shared.answers.count(q.id), 0U) << q.id;
            EXPECT_EQ(bytes.find(q.id), std::string::npos) << q.id;
        }
    });
}

TEST(Share, TwoDaysWithTheSameMeaningGiveTheSameLink) {
    const auto link = [](const char* born) {
        return encode_share(share_of(birth(), dossier_of(birth(), {{"birthPlace", "home"}, {"birthDate", born}}), on("2026-11-21")));
    };
    EXPECT_EQ(link("2026-11-01"), link("2026-10-20"));
    EXPECT_NE(link("2026-11-01"), link("2026-08-23")) << "late or not is carried as a fact";
}

TEST(Share, TheReceiverSeesTheSamePapers) {
    for_dossiers(80, 4, [](const Procedure& p, const Dossier& dossier, const GuideInput& input) {
        const auto back = decode_share(encode_share(share_of(p, dossier, input))).shared;
        ASSERT_TRUE(back);
        const Guide sent = make_guide(p, dossier, input);
        const Guide seen = make_guide(p, dossier_from(p, *back), input);
        for (std::size_t i = 0; i < sent.papers.size(); ++i) {
            EXPECT_EQ(seen.papers[i].applies, sent.papers[i].applies) << p.id << " " << p.documents[i].id;
        }
        if (sent.time.certain) {
            EXPECT_EQ(seen.time.time_case, sent.time.time_case) << p.id;
        }
    });
}

TEST(Share, EveryChangedLetterIsRefused) {
    for_dossiers(2, 5, [](const Procedure& p, const Dossier& dossier, const GuideInput& input) {
        const std::string payload = encode_share(share_of(p, dossier, input));
        for (std::size_t at = 0; at < payload.size(); ++at) {
            for (const char c : {'A', 'B', 'g', 'z', '0', '_', '-', '=', '.', ' ', '\0', '\xC3'}) {
                if (payload[at] == c) continue;
                std::string damaged = payload;
                damaged[at] = c;
                EXPECT_FALSE(decode_share(damaged).shared) << p.id << " at " << at;
            }
        }
    });
}

TEST(Share, EveryCutIsRefused) {
    for_dossiers(3, 6, [](const Procedure& p, const Dossier& dossier, const GuideInput& input) {
        const std::string payload = encode_share(share_of(p, dossier, input));
        for (std::size_t size = 0; size < payload.size(); ++size) {
            EXPECT_EQ(decode_share(payload.substr(0, size)).fault, ShareFault::damaged) << size;
            EXPECT_EQ(decode_share(payload.substr(payload.size() - size)).fault, ShareFault::damaged) << size;
        }
        EXPECT_EQ(decode_share(payload + payload).fault, ShareFault::damaged);
    });
}

TEST(Share, OverTheLimitIsRefusedUnread) {
    Shared shared{"dang-ky-khai-sinh", "2026-11-21", std::string(5'900, 'x'), {}, {}};
    ASSERT_LE(encode_share(shared).size(), limits::link_bytes);
    EXPECT_TRUE(decode_share(encode_share(shared)).shared);
    shared.step.append(400, 'x');
    ASSERT_GT(encode_share(shared).size(), limits::link_bytes);
    EXPECT_EQ(decode_share(encode_share(shared)).fault, ShareFault::too_long);
}

TEST(Share, LaterFormatsAreToldApartFromDamage) {
    std::string bytes = from_base64url(encode_share({"dang-ky-khai-sinh", "2026-11-21", "", {}, {}})).value_or("");
    bytes.resize(bytes.size() - 4);
    bytes[0] = 2;
    EXPECT_EQ(decode_share(with_checksum(bytes)).fault, ShareFault::newer);
}

TEST(Share, SoundChecksumsOverNonsenseAreRefused) {
    const std::string head{"\1\1p\1v\0", 6};
    ASSERT_TRUE(decode_share(with_checksum(head + std::string{"\0\0", 2})).shared) << "the empty one is fine";
    for (const std::string& tail : {
             std::string{}, std::string{"\0", 1}, std::string{"\0\0\0", 3},  // cut, or bytes left over
             std::string{"\1\1a\6\0", 5}, std::string{"\1\1a\3\0", 5},       // unknown kind, half a number
             std::string{"\2\1b\1\1a\1\0", 8}, std::string{"\2\1a\1\1a\1\0", 8},  // not sorted, twice the same
             std::string{"\1\1a\4\1\xFF\0", 7}, std::string{"\1\1a\4\1\0\0", 7},  // no UTF-8, a NUL
             std::string{"\1\1a\3\0\0\0\0\0\0\xF0\x7F\0", 13},               // infinity
             std::string{"\xFF\xFF\xFF\xFF", 4}, std::string{"\1\1a\5\xFF\xFF\x7F", 7}})
        EXPECT_EQ(decode_share(with_checksum(head + tail)).fault, ShareFault::damaged);
    Dice dice{17};
    for (int round = 0; round < 3'000; ++round) {
        std::string body{"\1"};
        for (std::size_t n = dice.below(40); n > 0; --n) body += static_cast<char>(dice.below(8));
        const ShareResult result = decode_share(with_checksum(body));
        if (result.shared) {
            EXPECT_EQ(decode_share(encode_share(*result.shared)).shared, result.shared);
        }
    }
}

TEST(Share, ADossierKeepsOnlyWhatFits) {
    const Shared shared{birth().id, "2020-01-01", "checklist",
                        {{"birthPlace", "moon"}, {"birthDate", "2026-11-01"}, {"copies", "three"}, {"filer", Unknown{}},
                         {"noSuchQuestion", true}, {"parentForeign", "one"}, {"parentsMarried", "yes"}, {"situation", Unknown{}}},
                        {{"late", true}, {"noSuchFact", true}, {"underSix", Unknown{}}, {"combined", "text"}}};
    const Dossier dossier = dossier_from(birth(), shared);
    EXPECT_EQ(dossier.answers, (test::Answers{{"parentForeign", "one"}, {"situation", Unknown{}}}));
    EXPECT_EQ(dossier.carried_flags.size(), 1U);
    EXPECT_TRUE(dossier.carried_flags.at("late"));
    EXPECT_EQ(dossier.carried_values.size(), 1U);
    EXPECT_EQ(dossier.version, birth().version) << "the definition that is here, not the one named in the link";
    EXPECT_EQ(dossier.hash, birth().hash);
    EXPECT_EQ(dossier.step, "checklist");
    EXPECT_TRUE(dossier.papers.empty());
}

TEST(Share, OddAnswersAreNotShared) {
    const Dossier dossier = dossier_of(birth(), {{"birthPlace", "somewhere"}, {"copies", "ba"}, {"parentForeign", "none"}});
    EXPECT_EQ(share_of(birth(), dossier, on("2026-11-21")).answers, (test::Answers{{"parentForeign", "none"}}));
}

}  // namespace
}  // namespace danloi
