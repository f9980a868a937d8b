#include "keep/journal/tile.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::keep {
namespace {

TEST(Tile, paths_are_those_of_the_specification)
{
    struct Case {
        TileId tile;
        std::string path;
    };
    std::vector<Case> const cases {
        { { .level = 0, .index = 0 }, "tile/0/000" },
        { { .level = 0, .index = 1234067 }, "tile/0/x001/x234/067" },
        { { .level = 7, .index = 999 }, "tile/7/999" },
        { { .level = 1, .index = 1000, .width = 1 }, "tile/1/x001/000.p/1" },
        { { .level = 0, .index = 273, .width = 112 }, "tile/0/273.p/112" },
        { { .kind = TileKind::entries, .index = 5 }, "tile/entries/005" },
        { { .kind = TileKind::entries, .index = 1000000, .width = 255 }, "tile/entries/x001/x000/000.p/255" },
    };
    for (Case const& one : cases) {
        EXPECT_EQ(tile_path(one.tile), one.path);
        auto const parsed = parse_tile_path(one.path);
        ASSERT_TRUE(parsed) << one.path;
        EXPECT_EQ(*parsed, one.tile) << one.path;
    }
}

TEST(Tile, no_other_spelling_is_a_path)
{
    for (std::string_view path : {
             "",
             "tile",
             "tile/0",
             "tile/0/",
             "tile/00/000",
             "tile/8/000",
             "tile/63/000",
             "tile/-1/000",
             "tile/data/000",
             "tile/entries",
             "tile/0/0",
             "tile/0/0000",
             "tile/0/00a",
             "tile/0/001/000",
             "tile/0/x000/000",
             "tile/0/x001/x002",
             "tile/0/000/",
             "tile/0//000",
             "tile/0/000.p",
             "tile/0/000.p/",
             "tile/0/000.p/0",
             "tile/0/000.p/01",
             "tile/0/000.p/256",
             "tile/0/000.p/1/2",
             "tile/0/000.p/+1",
             "tile/0/x001.p/000.p/1",
             "/tile/0/000",
             "tile/0/x999/x999/x999/x999/x999/x999/999",
             "journal/tile/0/000",
         })
        EXPECT_FALSE(parse_tile_path(path)) << path;
}

RC_GTEST_PROP(Tile, a_path_leads_back_to_its_tile, ())
{
    TileId const tile {
        .level = *rc::gen::inRange(0U, k_tile_levels_max),
        .index = *rc::gen::inRange<std::uint64_t>(0, UINT64_MAX / k_tile_width),
        .width = *rc::gen::inRange<std::uint64_t>(1, k_tile_width + 1),
    };
    auto const parsed = parse_tile_path(tile_path(tile));
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(*parsed == tile);
}

// "a tree of size 70,000 will be represented by 273 full level 0 tiles, one partial level 0 tile of width 112, one full
// level 1 tile, one partial level 1 tile of width 17, and one partial level 2 tile of width 1"
TEST(Tile, a_tree_has_the_tiles_of_the_specifications_example)
{
    constexpr std::uint64_t k_size = 70'000;
    EXPECT_EQ(tile_at(TileKind::hashes, 0, 272, k_size).width, 256U);
    EXPECT_EQ(tile_at(TileKind::hashes, 0, 273, k_size).width, 112U);
    EXPECT_EQ(tile_at(TileKind::hashes, 0, 274, k_size).width, 0U);
    EXPECT_EQ(tile_at(TileKind::hashes, 1, 0, k_size).width, 256U);
    EXPECT_EQ(tile_at(TileKind::hashes, 1, 1, k_size).width, 17U);
    EXPECT_EQ(tile_at(TileKind::hashes, 2, 0, k_size).width, 1U);
    EXPECT_EQ(tile_at(TileKind::hashes, 3, 0, k_size).width, 0U);
    // "a tree of size 256 will be represented by a full level 0 tile and a partial level 1 tile of width 1"
    EXPECT_TRUE(tile_at(TileKind::hashes, 0, 0, 256).is_full());
    EXPECT_EQ(tile_at(TileKind::hashes, 1, 0, 256).width, 1U);
}

TEST(Tile, a_bundle_is_entries_with_their_length_before_them)
{
    Bytes bundle;
    encode_entry(bundle, as_bytes("abc"));
    encode_entry(bundle, {});
    Bytes const large(300, 0x61);
    encode_entry(bundle, large);
    EXPECT_EQ(to_hex(ByteView(bundle).first(9)),
        "0003616263"
        "0000"
        "012c");
    auto const entries = parse_bundle(bundle, 3);
    ASSERT_TRUE(entries);
    EXPECT_EQ(as_text(entries->at(0)), "abc");
    EXPECT_TRUE(entries->at(1).empty());
    EXPECT_EQ(entries->at(2).size(), 300U);
    EXPECT_FALSE(parse_bundle(bundle, 2));
    EXPECT_FALSE(parse_bundle(bundle, 4));
    for (std::size_t size = 0; size < bundle.size(); ++size)
        EXPECT_FALSE(parse_bundle(ByteView(bundle).first(size), 3)) << size;
}

TEST(Tile, hashes_are_one_behind_the_other)
{
    Digest const one = leaf_hash(as_bytes("1"));
    Digest const two = leaf_hash(as_bytes("2"));
    Bytes const tile = encode_hashes(std::vector { one, two });
    EXPECT_EQ(to_hex(tile), to_hex(one) + to_hex(two));
    auto const parsed = parse_hashes(tile, 2);
    ASSERT_TRUE(parsed);
    EXPECT_EQ(*parsed, (std::vector { one, two }));
    EXPECT_FALSE(parse_hashes(tile, 1));
    EXPECT_FALSE(parse_hashes(tile, 3));
    EXPECT_FALSE(parse_hashes(ByteView(tile).first(63), 2));
}

} // namespace
} // namespace zk::keep
