using System.Buffers;
using System.Text;
using System.Text.Json;
using Bot.Chat;

namespace Bot.Intake.Feeds;

/// <summary>
/// Recognises what servers send instead of a document: a page that asks to sign in or to wait, a news feed, an error as JSON. All of these
/// arrive with status 200, some with a type that a document may have.
/// </summary>
internal static class ForeignFormat
{
    /// <summary>Types of documents other than text: how releases, object stores and wikis serve Markdown.</summary>
    private static readonly string[] AlsoMarkdown = ["application/markdown", "application/x-markdown", "application/octet-stream"];

    /// <summary>Markdown may begin with an HTML block, but not with these.</summary>
    private static readonly string[] PageStarts = ["<!doctype", "<html", "<head", "<body", "<script", "<title", "<meta"];

    private static readonly string[] XmlStarts = ["<?xml", "<rss", "<feed", "<rdf:"];

    /// <summary>What is wrong with a type; null if a document may have it.</summary>
    /// <param name="type">Without parameters; null: the server names none.</param>
    public static LocalizedText? OfType(string? type)
    {
        if (type is null || AlsoMarkdown.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        return type.ToLowerInvariant() switch
        {
            "text/html" or "application/xhtml+xml" => IntakeTexts.Both("Foreign.WebPage"),
            "text/xml" or "application/xml" or "application/rss+xml" or "application/atom+xml" => IntakeTexts.Both("Foreign.Xml"),
            "application/json" or "text/json" => IntakeTexts.Both("Foreign.Json"),
            var other => other.StartsWith("text/", StringComparison.Ordinal) ? null : IntakeTexts.Both("Foreign.Type", other),
        };
    }

    /// <summary>What the bytes are instead of Markdown; null if they may be Markdown.</summary>
    public static LocalizedText? OfContent(ReadOnlyMemory<byte> bytes)
    {
        var start = Start(bytes.Span);
        if (PageStarts.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
        {
            return IntakeTexts.Both("Foreign.WebPage");
        }

        if (XmlStarts.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
        {
            return IntakeTexts.Both("Foreign.Xml");
        }

        return start is ['{' or '[', ..] && IsJson(bytes) ? IntakeTexts.Both("Foreign.Json") : null;
    }

    /// <summary>The first characters after a byte order mark, white space and comments, as ASCII.</summary>
    private static string Start(ReadOnlySpan<byte> bytes)
    {
        const int Enough = 16;
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        bytes = (bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes).TrimStart(" \t\r\n"u8);
        while (bytes.StartsWith("<!--"u8) && bytes.IndexOf("-->"u8) is > 0 and var end)
        {
            bytes = bytes[(end + 3)..].TrimStart(" \t\r\n"u8);
        }

        return Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, Enough)]);
    }

    /// <summary>Checks all of it, because Markdown may begin with the bracket of a link or a task.</summary>
    private static bool IsJson(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(new ReadOnlySequence<byte>(bytes));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
