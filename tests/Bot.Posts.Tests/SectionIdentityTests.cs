using Bot.Briefings.Model;
using Bot.Chat.Platforms;

namespace Bot.Posts.Tests;

public class SectionIdentityTests
{
    [Fact]
    public void A_section_put_in_between_changes_no_other_identity()
    {
        var before = Identities((SectionKind.TechnologyNews, "ニュース"), (SectionKind.Other, "⚓ 港湾規制"), (SectionKind.Outlook, "展望"));
        var after = Identities(
            (SectionKind.TechnologyNews, "ニュース"),
            (SectionKind.Startups, "資金"),
            (SectionKind.Other, "現場"),
            (SectionKind.Other, "港湾 規制"),
            (SectionKind.Outlook, "展望")
        );
        Assert.Equal(["technology-news", "other-港湾規制", "outlook"], before);
        Assert.Equal(["technology-news", "startups", "other-現場", "other-港湾規制", "outlook"], after);
    }

    [Fact]
    public void Sections_of_one_kind_and_duplicate_headings_are_told_apart() =>
        Assert.Equal(
            ["startups", "startups-2", "other-x", "other-x-2", "other"],
            Identities(
                (SectionKind.Startups, "A"),
                (SectionKind.Startups, "A"),
                (SectionKind.Other, "X"),
                (SectionKind.Other, "x"),
                (SectionKind.Other, "🔥")
            )
        );

    [Fact]
    public void A_long_heading_gives_a_short_identity()
    {
        var identity = Assert.Single(Identities((SectionKind.Other, new string('長', 300))));
        Assert.InRange(identity.Length, 1, 48);
    }

    [Fact]
    public void No_section_is_called_root() => Assert.NotEqual(PostKey.Root, Assert.Single(Identities((SectionKind.Other, "root"))));

    private static IReadOnlyList<string> Identities(params (SectionKind Kind, string Heading)[] sections) =>
        SectionIdentity.Of([.. sections.Select((section, at) => new Section(section.Kind, section.Heading, at + 1, 1, default))]);
}
