using System.Globalization;
using System.Text;
using Bot.Chat;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary>The context that a verb runs in: the caller's folder, streams, language and clock.</summary>
public sealed record CommandLineContext
{
    /// <summary>The caller's folder: FILE arguments, <c>./data</c> and <c>appsettings.json</c> are relative to it.</summary>
    public required string Folder { get; init; }

    /// <summary>For results only.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Everything that is not a result.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard error is a terminal, so that a progress bar may redraw itself.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether results go to a terminal: people read tables there, programs tab-separated values.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Answers to questions.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Whether a person can answer at <see cref="Input"/>.</summary>
    public bool CanAnswer { get; init; }

    /// <summary>The caller's language; null if the environment names none, so messages come in both.</summary>
    public Locale? Language { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Folder with one file per secret, named like its environment variable (<c>Slack__BotToken</c>); null: none.</summary>
    public string? SecretsFolder { get; init; }

    /// <summary>
    /// The environment's name, given as for any ASP.NET Core program: <c>appsettings.NAME.json</c> is read too. Null: none.
    /// </summary>
    public string? EnvironmentName { get; init; }

    /// <summary>Addresses to listen on if <c>Web:Url</c> is not set, given as for any ASP.NET Core program; null: none.</summary>
    public string? Urls { get; init; }

    /// <summary>Variables of the OpenTelemetry SDK (<c>OTEL_…</c>); empty: only the configuration's section counts.</summary>
    public IReadOnlyDictionary<string, string?> TelemetryVariables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Settings that override every file; null: environment variables and user secrets as usual.</summary>
    public IReadOnlyDictionary<string, string?>? Settings { get; init; }

    /// <summary>Registers this process's additions to the bot's own parts, such as another platform; null: nothing.</summary>
    public Action<IServiceCollection>? Compose { get; init; }

    /// <summary>Language of replies and receipts: the caller's, or else that of most readers.</summary>
    public Locale ReplyLocale => Language ?? Locale.Japanese;

    /// <summary>The command line of this process.</summary>
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
            IsTerminal = !Console.IsOutputRedirected,
            Language = LanguageOf(CultureInfo.CurrentUICulture),
            SecretsFolder = Variable(ConfigurationReader.SecretsVariable),
            EnvironmentName = Variable("ASPNETCORE_ENVIRONMENT") ?? Variable("DOTNET_ENVIRONMENT"),
            Urls = Variable("ASPNETCORE_URLS") ?? Variable("DOTNET_URLS"),
            TelemetryVariables = Environment
                .GetEnvironmentVariables()
                .Cast<System.Collections.DictionaryEntry>()
                .Where(variable => ((string)variable.Key).StartsWith("OTEL_", StringComparison.Ordinal))
                .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value),
        };
    }

    /// <summary>A text in the caller's language; in both, one after the other, if that is unknown.</summary>
    public string Say(LocalizedText text) => Language is { } locale ? text.In(locale) : $"{text.Japanese} / {text.English}";

    /// <summary>Asks on the terminal; without one it shows the question and the answer is no.</summary>
    public bool Confirm(LocalizedText question)
    {
        Error.Write(Say(question) + (CanAnswer ? " [y/N] " : "\n"));
        return CanAnswer && (Input.ReadLine()?.Trim() is "y" or "Y" or "yes");
    }

    /// <summary>Writes a problem to standard error.</summary>
    public void Complain(LocalizedText text) => Error.WriteLine(Say(text));

    /// <summary>Resolves a path against the caller's folder.</summary>
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
