using Bot.Chat;
using Bot.Web.Texts;

namespace Bot.Web.Pages;

/// <summary>The parts every page has around its content.</summary>
/// <param name="Locale">The visitor's language.</param>
/// <param name="Title">Title of this page, without the channel's name.</param>
/// <param name="Here">Path and query of this page, for the language switch.</param>
public sealed record PageFrame(Locale Locale, string Title, string Here)
{
    /// <summary>The visitor signed in with a token in this browser.</summary>
    public bool IsSignedIn { get; init; }

    internal PageTexts Texts => PageTexts.In(Locale);

    internal string Tag => PageLocale.Tag(Locale);
}
