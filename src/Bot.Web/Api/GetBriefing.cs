using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Json;
using Bot.Chat;
using Bot.Intake.Http;
using Bot.Web.Api.Answers;
using Bot.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Web.Api;

/// <summary>
/// <c>GET /api/briefings/{series}/{date}</c>: the newest revision as JSON in the schema, with an additional key
/// <c>stored</c> that identifies the revision. Read from the stored document, so it equals the output of <c>read
/// --json</c>.
/// </summary>
public sealed class GetBriefing(BriefingArchive archive, BriefingReader reader, SeriesCatalogue catalogue)
{
    public async Task<IResult> HandleAsync(HttpContext context, string series, string date)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Problems.Of(context.Request, 400, "bad-date", ApiTexts.Both("GetBriefing.WrongDate"), ApiTexts.Both("Problem.Date"));
        }

        var edition =
            context.Request.Query["edition"] is { Count: 1 } named ? named.ToString()
            : await archive.EditionsAsync(series, day, context.RequestAborted) is [.., var newest] and var editions
            && !editions.Contains("")
                ? newest
            : "";
        // A series that is closed to programs is like one that has nothing, so that its days cannot be guessed.
        if (
            OpenSeries.Find(catalogue, series) is null
            || await archive.LoadAsync(new(series, day, edition), revision: null, context.RequestAborted) is not { } document
        )
        {
            return Problems.Of(
                context.Request,
                404,
                "no-briefing",
                ApiTexts.Both("GetBriefing.NoSuchBriefing"),
                ApiTexts.Both("GetBriefing.NoBriefing", series, date)
            );
        }

        var tag = new EntityTagHeaderValue(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{document.Briefing.Id}-{document.Revision}{(document.Briefing.IsHeld ? "-held" : "")}\""
            )
        );
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (
            context
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any))
        )
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var data = JsonNode.Parse(BriefingJson.Write(reader.Read(document.Markdown, day: document.Briefing.Date).Briefing))!.AsObject();
        data["stored"] = new JsonObject
        {
            ["series"] = document.Briefing.Series,
            ["date"] = date,
            ["edition"] = document.Briefing.Edition,
            ["revision"] = document.Revision,
            ["origin"] = document.Origin,
            ["receivedAt"] = document.Briefing.ReceivedAt,
            ["revisedAt"] = document.ReceivedAt,
            ["isHeld"] = document.Briefing.IsHeld,
            ["isSample"] = document.Briefing.IsSample,
        };
        return TypedResults.Text(data.ToJsonString(Readable), "application/json; charset=utf-8");
    }

    internal static JsonSerializerOptions Readable { get; } =
        new()
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
}
