using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Web.Texts;

namespace Bot.Web.Api.Answers;

/// <summary>What a program may say when it asks: an argument of the command, or one of those that every command takes.</summary>
/// <param name="Name">As in a query and in a tool's input.</param>
public sealed record AnswerParameter(string Name, LocalizedText Description)
{
    public const string Series = "series";
    public const string AsOf = "asOf";
    public const string Skip = "skip";
    public const string Language = "language";

    /// <summary>A later page begins after at most so many entries.</summary>
    public const int MostSkipped = 99_999;

    /// <summary>For every command.</summary>
    public static IReadOnlyList<AnswerParameter> Common { get; } =
    [
        new(Series, ApiTexts.Both("Parameter.Series")),
        new(AsOf, ApiTexts.Both("Parameter.AsOf")) { IsDate = true },
        new(Skip, ApiTexts.Both("Parameter.Skip")) { IsNumber = true },
        new(Language, ApiTexts.Both("Parameter.Language")) { Values = ["ja", "en"] },
    ];

    /// <summary>The values that it takes; empty for any text.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <summary>A day as YYYY-MM-DD.</summary>
    public bool IsDate { get; private init; }

    /// <summary>A whole number from 0 to <see cref="MostSkipped"/>.</summary>
    public bool IsNumber { get; private init; }

    public bool Required { get; private init; }

    public static AnswerParameter Of(CommandArgument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return new(argument.Name, argument.Summary)
        {
            Values = [.. argument.Choices.Select(choice => choice.Value)],
            Required = argument.Required,
        };
    }
}
