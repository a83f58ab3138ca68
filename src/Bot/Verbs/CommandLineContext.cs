using System.Globalization;
using System.Text;
using Bot.Chat;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary>The world that a verb runs in: the caller's folder, streams, language and clock.</summary>
public sealed record CommandLineContext
{
    /// <summary>The caller's folder: FILE arguments, <c>./data</c> and <c>appsettings.json</c> are relative to it.</summary>
    public required string Folder { get; init; }

    /// <summary>Results, and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Everything that is not a result.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard error is a terminal: a progress bar may redraw itself.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Answers to questions.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Somebody sits at <see cref="Input"/>.</summary>
    public bool CanAnswer { get; init; }

    /// <summary>The caller's language; null when the environment names none, then messages come in both.</summary>
    public Locale? Language { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Folder with a file a secret, named like its environment variable (<c>Slack__BotToken</c>); null: none.</summary>
    public string? SecretsFolder { get; init; }

    /// <summary>
    /// The environment's name, as ASP.NET Core's programs are told it: <c>appsettings.NAME.json</c> is read too. Null: none.
    /// </summary>
    public string? EnvironmentName { get; init; }

    /// <summary>Addresses to listen on where <c>Web:Url</c> says nothing, as ASP.NET Core's programs are told them; null: none.</summary>
    public string? Urls { get; init; }

    /// <summary>Settings that win over every file; null: environment variables and user secrets as usual.</summary>
    public IReadOnlyDictionary<string, string?>? Settings { get; init; }

    /// <summary>Registers what this process has beyond the bot's own parts, such as one more platform; null: nothing.</summary>
    public Action<IServiceCollection>? Compose { get; init; }

    /// <summary>Language of replies and receipts: the caller's, or that of most readers.</summary>
    public Locale ReplyLocale => Language ?? Locale.Japanese;

    /// <summary>The commandLine of this process.</summary>
    public static CommandLineContext OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CommandLineContext
        {
            Folder = Directory.GetCurrentDirectory(),
            Output = Console.Out,
            Error = Console.Error,
            Input = Console.In,
            CanAnswer = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            IsInteractive = !Console.IsErrorRedirected,
            Language = LanguageOf(CultureInfo.CurrentUICulture),
            SecretsFolder = Variable(ConfigurationReader.SecretsVariable),
            EnvironmentName = Variable("ASPNETCORE_ENVIRONMENT") ?? Variable("DOTNET_ENVIRONMENT"),
            Urls = Variable("ASPNETCORE_URLS") ?? Variable("DOTNET_URLS"),
        };
    }

    /// <summary>A text in the caller's language; in both, one after the other, when that is not known.</summary>
    public string Say(LocalizedText text) => Language is { } locale ? text.In(locale) : $"{text.Japanese} / {text.English}";

    /// <summary>Asks on the terminal; without one the answer is no, and the question is what the caller reads.</summary>
    public bool Confirm(LocalizedText question)
    {
        Error.Write(Say(question) + (CanAnswer ? " [y/N] " : "\n"));
        return CanAnswer && (Input.ReadLine()?.Trim() is "y" or "Y" or "yes");
    }

    /// <summary>A problem on standard error.</summary>
    public void Complain(LocalizedText text) => Error.WriteLine(Say(text));

    /// <summary>A path as the caller means it.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static Locale? LanguageOf(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName switch
        {
            "ja" => Locale.Japanese,
            "en" => Locale.English,
            _ => null,
        };
}
