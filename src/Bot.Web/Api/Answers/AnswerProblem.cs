using Bot.Chat;

namespace Bot.Web.Api.Answers;

/// <summary>Why a question has no answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Kebab case; the same in every language.</param>
/// <param name="Detail">What is wrong, and what to do next.</param>
public sealed record AnswerProblem(int Status, string Code, LocalizedText Title, LocalizedText Detail);
