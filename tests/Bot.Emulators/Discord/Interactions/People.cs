using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Commands;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;
using Microsoft.Extensions.Primitives;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>
/// People's actions with the application: commands, buttons, menus, forms. Sent to the endpoint if the application has
/// one, otherwise to the gateway, never to both.
/// </summary>
public sealed class People(
    DiscordWorld world,
    InteractionStore interactions,
    CommandStore commands,
    EndpointPoster poster,
    ServerLog log,
    DiscordRules rules,
    TimeProvider time,
    Func<OpenApiBodies?> openApi
)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private long _tokens;

    /// <summary>Uses a registered command.</summary>
    /// <param name="path">With subcommands, separated by spaces: <c>briefing subscribe</c>.</param>
    /// <param name="values">Option values by name.</param>
    /// <exception cref="ArgumentException">A client would not allow this.</exception>
    public Task<Interaction> CommandAsync(string path, IReadOnlyDictionary<string, string>? values = null, Doing? by = null) =>
        TypedAsync(InteractionType.Command, path, values, null, by);

    /// <summary>Types into an option with autocompletion.</summary>
    public Task<Interaction> AutocompleteAsync(
        string path,
        string option,
        string typed,
        IReadOnlyDictionary<string, string>? values = null,
        Doing? by = null
    ) =>
        TypedAsync(
            InteractionType.Autocomplete,
            path,
            new Dictionary<string, string>(values ?? new Dictionary<string, string>()) { [option] = typed },
            option,
            by
        );

    /// <summary>Presses a button on a message, or picks from its menu.</summary>
    /// <exception cref="ArgumentException">The message has no such component, or it is disabled.</exception>
    public Task<Interaction> ClickAsync(ulong message, string customId, IReadOnlyList<string>? values = null, Doing? by = null)
    {
        lock (world.Gate)
        {
            var source = interactions.Message(message) ?? throw new ArgumentException($"No message {message}.", nameof(message));
            var component =
                Flat(source.Components).FirstOrDefault(component => component["custom_id"].Text() == customId)
                ?? throw new ArgumentException($"Message {message} has no component {customId}.", nameof(customId));
            if (component["disabled"].Truth() == true)
            {
                throw new ArgumentException($"{customId} is disabled.", nameof(customId));
            }

            var data = new JsonObject
            {
                ["custom_id"] = customId,
                ["component_type"] = component["type"]!.DeepClone(),
                ["id"] = component["id"]!.DeepClone(),
            };
            if (values is not null)
            {
                data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
            }

            return SendAsync(Made(InteractionType.Component, (by ?? new Doing()) with { Channel = source.Channel.Id }, source), data, by);
        }
    }

    /// <summary>Submits the form shown in response to an interaction.</summary>
    /// <param name="values">By custom id; several menu values separated by commas.</param>
    public Task<Interaction> SubmitAsync(Interaction shown, IReadOnlyDictionary<string, string> values, Doing? by = null)
    {
        if (shown is not { Response: CallbackType.Modal, ResponseData: { } modal })
        {
            throw new ArgumentException("No form was shown.", nameof(shown));
        }

        lock (world.Gate)
        {
            var data = new JsonObject
            {
                ["custom_id"] = modal["custom_id"]!.DeepClone(),
                ["components"] = FilledForm.Of(modal["components"], values),
            };
            return SendAsync(Made(InteractionType.Modal, (by ?? new Doing()) with { Channel = shown.Channel.Id }, shown.Source), data, by);
        }
    }

    /// <summary>Posts any bytes to the endpoint, with a valid or invalid signature.</summary>
    public Task<EndpointAnswer> PostAsync(
        byte[] body,
        BadSignature bad = BadSignature.None,
        TimeSpan age = default,
        CancellationToken cancellationToken = default
    ) =>
        poster.PostAsync(
            world.Application.InteractionsEndpointUrl ?? throw new InvalidOperationException("The application has no endpoint."),
            body,
            bad,
            age,
            cancellationToken
        );

    /// <summary>The ping that Discord sends when an endpoint is saved, and occasionally afterwards.</summary>
    public Task<EndpointAnswer> PingAsync(BadSignature bad = BadSignature.None, CancellationToken cancellationToken = default)
    {
        byte[] body;
        lock (world.Gate)
        {
            body = Encoding.UTF8.GetBytes(Payloads.Ping(world.Ids.Next(), world, Token()).ToJsonString(Plain));
        }

        return PostAsync(body, bad, cancellationToken: cancellationToken);
    }

    /// <summary>
    /// Pings with a valid and an invalid signature. An endpoint that does not answer with a pong and a 401, respectively,
    /// is removed.
    /// </summary>
    public async Task<bool> CheckEndpointAsync(CancellationToken cancellationToken = default)
    {
        var pong = await PingAsync(cancellationToken: cancellationToken);
        var refused = await PingAsync(BadSignature.OtherKey, cancellationToken);
        var isGood = pong is { Status: 200, Json: { } json } && json["type"].Number() == (int)CallbackType.Pong && refused.Status == 401;
        if (!isGood)
        {
            world.Application.InteractionsEndpointUrl = null;
        }

        return isGood;
    }

    private Task<Interaction> TypedAsync(
        InteractionType type,
        string path,
        IReadOnlyDictionary<string, string>? values,
        string? focused,
        Doing? by
    )
    {
        lock (world.Gate)
        {
            var interaction = Made(type, by ?? new Doing(), null);
            var typed = new TypedCommand(world, commands, interaction.Channel, interaction.Member, focused);
            return SendAsync(interaction, typed.Data(path, values ?? new Dictionary<string, string>()), by);
        }
    }

    private Interaction Made(InteractionType type, Doing by, Message? source)
    {
        var channel = world.Channel(by.Channel) ?? throw new ArgumentException($"No channel {by.Channel}.", nameof(by));
        var member = channel.Guild.Members.GetValueOrDefault(by.User) ?? throw new ArgumentException($"No member {by.User}.", nameof(by));
        return new Interaction(world.Ids.Next(), type, Token(), channel, member, world.Now) { Source = source };
    }

    /// <summary>Starts inside the gate; waiting for the endpoint happens outside.</summary>
    private Task<Interaction> SendAsync(Interaction interaction, JsonObject data, Doing? by)
    {
        var message = interaction.Source is { } source ? source.ToJson(world.User, world.ThreadOf(source)) : null;
        interaction.Payload = Payloads.Of(interaction, world, by?.Locale ?? "ja", data, message);
        interactions.Add(interaction);
        log.Append(sequence => new LogEntry(
            sequence,
            world.Now,
            LogKind.Said,
            interaction.Type.ToString().ToLowerInvariant(),
            interaction.Channel.Label
        )
        {
            Key = Snowflakes.Text(interaction.Id),
        });
        _ = ExpireAsync(interaction);
        if (world.Application.InteractionsEndpointUrl is { } url)
        {
            return PostedAsync(interaction, url);
        }

        world.Publish(interaction.Channel.Guild, new DiscordEvent("INTERACTION_CREATE", (JsonObject)interaction.Payload.DeepClone()));
        return Task.FromResult(interaction);
    }

    private async Task<Interaction> PostedAsync(Interaction interaction, string url)
    {
        var answer = await Task.Run(() => poster.PostAsync(url, Encoding.UTF8.GetBytes(interaction.Payload.ToJsonString(Plain))));
        interaction.Endpoint = answer;
        lock (world.Gate)
        {
            if (answer.Status == 200)
            {
                Inline(interaction, answer);
            }
            else if (answer.Status is not (202 or 204) && interaction.Response is null)
            {
                interaction.Failure = $"the endpoint answered {answer.Status}";
            }
        }

        interaction.Changed();
        return interaction;
    }

    private void Inline(Interaction interaction, EndpointAnswer answer)
    {
        var schema = InteractionRoutes.CallbackSchema(answer.Json ?? []);
        var call = new ApiCall(0, "callback", interaction.Channel.Label, null)
        {
            Values = [],
            Query = new Dictionary<string, StringValues>(),
            Body = answer.Json,
            Mismatch = schema is null ? null : openApi()?.Judge(schema, answer.Json),
        };
        try
        {
            interactions.Respond(interaction, call);
        }
        catch (RefusalException refusal)
        {
            interaction.Failure = $"{refusal.Message} {refusal.Body["errors"]?.ToJsonString()}".TrimEnd();
            log.Append(sequence =>
                call.Entry(sequence, LogKind.Refused, world.Now) with
                {
                    Key = Snowflakes.Text(interaction.Id),
                    Detail = interaction.Failure,
                }
            );
        }
    }

    /// <summary>Shows the person that the application did not respond.</summary>
    private async Task ExpireAsync(Interaction interaction)
    {
        await Task.Delay(rules.InteractionDeadline, time);
        lock (world.Gate)
        {
            if (interaction.Response is null)
            {
                interaction.Failure ??= "the application did not respond";
            }
        }

        interaction.Changed();
    }

    /// <summary>Real tokens are long and unguessable; predictable ones are fine here.</summary>
    private string Token() =>
        "aW50ZXJhY3Rpb24"
        + Convert
            .ToBase64String(
                SHA256.HashData(Encoding.UTF8.GetBytes(Interlocked.Increment(ref _tokens).ToString(CultureInfo.InvariantCulture)))
            )
            .TrimEnd('=')
            .Replace('+', 'a')
            .Replace('/', 'b');

    private static IEnumerable<JsonObject> Flat(JsonNode? node) =>
        node switch
        {
            JsonArray all => all.SelectMany(Flat),
            JsonObject component => new[] { component }.Concat(Flat(component["components"])).Concat(Flat(component["accessory"])),
            _ => [],
        };
}
