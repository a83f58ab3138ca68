using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bot.Discord.Receiving;

/// <summary>
/// Reads an interaction from its bytes, in one pass. Unknown properties are skipped; those of the wrong type count as missing.
/// </summary>
internal ref struct InteractionReader
{
    private const int MostOptions = 25;

    // Group, subcommand, argument.
    private const int DeepestOptions = 3;

    private Utf8JsonReader _json;
    private int _type;
    private string _id = "";
    private string _token = "";
    private string _guild = "";
    private string _channel = "";
    private string _locale = "";
    private ulong _permissions;
    private string _user = "";
    private string _userName = "";
    private string _nick = "";
    private string _name = "";
    private string _customId = "";
    private IReadOnlyList<InteractionOption> _options = [];

    private InteractionReader(ReadOnlySpan<byte> json) => _json = new Utf8JsonReader(json);

    /// <summary>Null if it is not JSON, or an interaction that nobody could answer.</summary>
    public static Interaction? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return new InteractionReader(json).Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Invalid operation: a text with half a surrogate pair.
            return null;
        }
    }

    private Interaction? Read()
    {
        if (!_json.Read() || !Enter())
        {
            return null;
        }

        while (Next())
        {
            if (Is("type"u8))
            {
                _type = Integer();
            }
            else if (Is("id"u8))
            {
                _id = Text();
            }
            else if (Is("token"u8))
            {
                _token = Text();
            }
            else if (Is("guild_id"u8))
            {
                _guild = Text();
            }
            else if (Is("channel_id"u8))
            {
                _channel = Text();
            }
            else if (Is("locale"u8))
            {
                _locale = Text();
            }
            else if (Is("member"u8))
            {
                ReadMember();
            }
            else if (Is("user"u8))
            {
                ReadUser();
            }
            else if (Is("data"u8))
            {
                ReadData();
            }
            else
            {
                Skip();
            }
        }

        return _type == 0 || (!IsSnowflake(_id) && _type != (int)InteractionType.Ping)
            ? null
            : new Interaction((InteractionType)_type, _id, _token)
            {
                GuildId = IsSnowflake(_guild) ? _guild : "",
                ChannelId = IsSnowflake(_channel) ? _channel : "",
                UserId = _user,
                UserName = _nick.Length > 0 ? _nick : _userName,
                Permissions = _permissions,
                Locale = _locale,
                Name = _name,
                Options = _options,
                CustomId = _customId,
            };
    }

    private void ReadMember()
    {
        if (!EnterValue())
        {
            return;
        }

        while (Next())
        {
            if (Is("user"u8))
            {
                ReadUser();
            }
            else if (Is("nick"u8))
            {
                _nick = Text();
            }
            else if (Is("permissions"u8))
            {
                _ = ulong.TryParse(Text(), NumberStyles.None, CultureInfo.InvariantCulture, out _permissions);
            }
            else
            {
                Skip();
            }
        }
    }

    private void ReadUser()
    {
        if (!EnterValue())
        {
            return;
        }

        var (shown, unique) = ("", "");
        while (Next())
        {
            if (Is("id"u8))
            {
                _user = Text();
            }
            else if (Is("global_name"u8))
            {
                shown = Text();
            }
            else if (Is("username"u8))
            {
                unique = Text();
            }
            else
            {
                Skip();
            }
        }

        _userName = shown.Length > 0 ? shown : unique;
    }

    private void ReadData()
    {
        if (!EnterValue())
        {
            return;
        }

        while (Next())
        {
            if (Is("name"u8))
            {
                _name = Text();
            }
            else if (Is("custom_id"u8))
            {
                _customId = Text();
            }
            else if (Is("options"u8))
            {
                _options = ReadOptions(1);
            }
            else
            {
                Skip();
            }
        }
    }

    private List<InteractionOption> ReadOptions(int depth)
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartArray || depth > DeepestOptions)
        {
            _json.Skip();
            return [];
        }

        var options = new List<InteractionOption>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.StartObject || options.Count == MostOptions)
            {
                _json.Skip();
                continue;
            }

            options.Add(ReadOption(depth));
        }

        return options;
    }

    private InteractionOption ReadOption(int depth)
    {
        var (name, type, value, focused) = ("", 0, "", false);
        IReadOnlyList<InteractionOption> inner = [];
        while (Next())
        {
            if (Is("name"u8))
            {
                name = Text();
            }
            else if (Is("type"u8))
            {
                type = Integer();
            }
            else if (Is("value"u8))
            {
                value = Value();
            }
            else if (Is("focused"u8))
            {
                _json.Read();
                focused = _json.TokenType == JsonTokenType.True;
                _json.Skip();
            }
            else if (Is("options"u8))
            {
                inner = ReadOptions(depth + 1);
            }
            else
            {
                Skip();
            }
        }

        return new InteractionOption(name, type, value, focused, inner);
    }

    /// <summary>Moves to the object's next property; false at its end.</summary>
    private bool Next() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName;

    private readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    private void Skip()
    {
        _json.Read();
        _json.Skip();
    }

    private readonly bool Enter() => _json.TokenType == JsonTokenType.StartObject;

    private bool EnterValue()
    {
        _json.Read();
        if (Enter())
        {
            return true;
        }

        _json.Skip();
        return false;
    }

    private string Text()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
        {
            return _json.GetString() ?? "";
        }

        _json.Skip();
        return "";
    }

    /// <summary>An option's value as a person would type it.</summary>
    private string Value()
    {
        _json.Read();
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return _json.GetString() ?? "";
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(_json.HasValueSequence ? _json.ValueSequence.ToArray() : _json.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return _json.GetBoolean() ? "true" : "false";
            default:
                _json.Skip();
                return "";
        }
    }

    private int Integer()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.Number)
        {
            return _json.TryGetInt32(out var number) ? number : 0;
        }

        _json.Skip();
        return 0;
    }

    private static bool IsSnowflake(string id) => id.Length is > 0 and <= 20 && id.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
