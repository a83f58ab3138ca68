using System.CommandLine;
using System.Net.Http.Headers;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary>
/// <c>health</c>: asks the service on this machine whether it is well, for container engines and supervisors that have no HTTP client of
/// their own. Exit code 0: it is.
/// </summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Command Create(CommandLineContext commandLine)
    {
        var ready = new Option<bool>("--ready") { Description = commandLine.Say(HostTexts.Both("Health.Ready")) };
        var verb = new Command("health", commandLine.Say(HostTexts.Both("Health.Summary"))) { ready };
        verb.SetAction((parsed, cancellationToken) => RunAsync(commandLine, parsed.GetValue(ready), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CommandLineContext commandLine, bool ready, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        var address = new Uri(AddressOf(configured.Options.Web.Url), ready ? "/health/ready" : "/health/live");
        // Never through a proxy: this machine asks itself.
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(handler) { Timeout = Limit };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (ready && configured.Options.Web.Auth.Tokens is [var token, ..])
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            await commandLine.Output.WriteLineAsync((await response.Content.ReadAsStringAsync(cancellationToken)).TrimEnd());
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            commandLine.Complain(HostTexts.Both("Health.NoAnswer", address));
            return ExitCode.Failed;
        }
    }

    /// <summary>The first address that the service listens on, as this machine reaches it.</summary>
    internal static Uri AddressOf(string urls)
    {
        var first = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[0];
        var address = BindingAddress.Parse(first);
        var host =
            address.Host is "*" or "+" or "0.0.0.0" ? "127.0.0.1"
            : address.Host is "[::]" ? "[::1]"
            : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }
}
