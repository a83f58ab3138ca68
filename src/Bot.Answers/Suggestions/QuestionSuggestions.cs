using Bot.Answers.Texts;
using Bot.Chat.Commands;

namespace Bot.Answers.Suggestions;

/// <summary>Questions that are understood, as examples of how to ask.</summary>
public sealed class QuestionSuggestions : IArgumentSuggestions
{
    public ValueTask<IReadOnlyList<ArgumentSuggestion>> SuggestAsync(
        CommandCall call,
        string typed,
        int most,
        CancellationToken cancellationToken
    ) =>
        new([
            .. Examples(AnswerTexts.In(call.Locale))
                .Where(question => question.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(most)
                .Select(question => new ArgumentSuggestion(question, question)),
        ]);

    public static IReadOnlyList<string> Examples(AnswerTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[AnswerText.AskExamples].Split(" | ");
    }
}
