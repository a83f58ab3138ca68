using System.Text.Json;
using Bot.Chat;
using Bot.Web.Api.Answers;
using Bot.Web.Exposure;
using Bot.Web.Pages;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Bot.Web.Api.Tools;

/// <summary>The reading commands as tools of the Model Context Protocol.</summary>
internal sealed class ToolDesk(AnswerDesk desk, IHttpContextAccessor http)
{
    private const string Promise =
        "Answers from stored briefings only; every answer has its date and its sources. Dates are understood as people write them "
        + "(2026-01-06, last week). The briefings are mostly in Japanese.";

    public ListToolsResult List() => new() { Tools = [.. desk.Commands.Select(Of)] };

    /// <summary>What went wrong is an answer too, which the caller's model can read and mend.</summary>
    public async ValueTask<CallToolResult> CallAsync(CallToolRequestParams? asked, CancellationToken cancellationToken)
    {
        var given = (asked?.Arguments ?? new Dictionary<string, JsonElement>()).ToDictionary(pair => pair.Key, pair => TextOf(pair.Value));
        var locale =
            PageLocale.Parse(given.GetValueOrDefault(AnswerParameter.Language))
            ?? (http.HttpContext is { } context ? PageLocale.Of(context.Request) : Locale.Japanese);
        var name = asked?.Name ?? "";
        if (desk.Find(name) is not { } command)
        {
            return Failed(desk.Unknown(name).Detail, locale);
        }

        try
        {
            var (answer, problem) = await desk.AskAsync(
                command,
                given,
                locale,
                (skip, asOf) => GetAnswer.Page(command, given, skip, asOf),
                cancellationToken
            );
            return answer is null
                ? Failed(problem!.Detail, locale)
                : new CallToolResult
                {
                    Content = [new TextContentBlock { Text = answer.Text }],
                    StructuredContent = JsonSerializer.SerializeToElement(answer, GetAnswer.Json),
                };
        }
        catch (Exception failure) when (FailureStatus.Of(failure) == StatusCodes.Status503ServiceUnavailable)
        {
            return Failed(PageTexts.Both("DatabaseAway"), locale);
        }
    }

    private static Tool Of(ReadingCommand command)
    {
        var title = command.Command.Words is [var word, ..] ? $"{command.Name} ({word})" : command.Name;
        return new Tool
        {
            Name = command.Name,
            Title = title,
            Description = $"{command.Summary.English} / {command.Summary.Japanese}\n{Promise}",
            InputSchema = ToolSchemas.InputOf(command),
            OutputSchema = ToolSchemas.Answer,
            Annotations = new ToolAnnotations
            {
                Title = title,
                ReadOnlyHint = true,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        };
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(TextOf)),
            _ => value.GetRawText(),
        };

    private static CallToolResult Failed(LocalizedText said, Locale locale) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = said.In(locale) }] };
}
