namespace Bot.Web.Api.Description;

/// <summary>Describes a body of Markdown. The framework's own way to say so would refuse bodies that are sent under another type.</summary>
internal sealed class MarkdownBody;
