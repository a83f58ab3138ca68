using System.Text;
using System.Text.Json;

namespace Bot.Discord.Rendering;

/// <summary>A component of a message, under Discord's names: https://discord.com/developers/docs/components/reference</summary>
internal abstract record Component
{
    /// <summary>Itself and the components in it.</summary>
    public virtual int Count => 1;

    /// <summary>Code points that count as displayable text.</summary>
    public virtual int Characters => 0;

    /// <summary>UTF-8 bytes of its texts and labels.</summary>
    public virtual int Bytes => 0;

    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Code points: a surrogate pair is one.</summary>
    protected static int CharactersOf(string text)
    {
        var count = text.Length;
        foreach (var letter in text)
        {
            count -= char.IsLowSurrogate(letter) ? 1 : 0;
        }

        return count;
    }

    internal sealed record TextDisplay(string Content) : Component
    {
        public override int Characters { get; } = CharactersOf(Content);

        public override int Bytes { get; } = Encoding.UTF8.GetByteCount(Content);

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("type", 10);
            json.WriteString("content", Content);
            json.WriteEndObject();
        }
    }

    internal sealed record Separator : Component
    {
        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("type", 14);
            json.WriteEndObject();
        }
    }

    /// <param name="CustomId">Returned when the button is pressed.</param>
    internal sealed record Button(string Label, string CustomId) : Component
    {
        // https://discord.com/developers/docs/components/reference#button-button-styles
        private const int Secondary = 2;

        public override int Bytes { get; } = Encoding.UTF8.GetByteCount(Label) + Encoding.UTF8.GetByteCount(CustomId);

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("type", 2);
            json.WriteNumber("style", Secondary);
            json.WriteString("label", Label);
            json.WriteString("custom_id", CustomId);
            json.WriteEndObject();
        }
    }

    /// <summary>Opens an address; pressing it sends no interaction.</summary>
    internal sealed record LinkButton(string Label, string Url) : Component
    {
        // https://discord.com/developers/docs/components/reference#button-button-styles
        private const int Link = 5;

        public override int Bytes { get; } = Encoding.UTF8.GetByteCount(Label) + Encoding.UTF8.GetByteCount(Url);

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("type", 2);
            json.WriteNumber("style", Link);
            json.WriteString("label", Label);
            json.WriteString("url", Url);
            json.WriteEndObject();
        }
    }

    /// <param name="Buttons">Each a <see cref="Button"/> or <see cref="LinkButton"/>.</param>
    internal sealed record ActionRow(IReadOnlyList<Component> Buttons) : Component
    {
        public const int Kind = 1;

        public override int Count => 1 + Buttons.Count;

        public override int Bytes => Buttons.Sum(button => button.Bytes);

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("type", Kind);
            json.WriteStartArray("components");
            foreach (var button in Buttons)
            {
                button.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <param name="AccentColour">Colour of the bar on its left: 0xRRGGBB.</param>
    internal sealed record Container(int AccentColour, IReadOnlyList<Component> Components) : Component
    {
        public override int Count => 1 + Components.Sum(component => component.Count);

        public override int Characters => Components.Sum(component => component.Characters);

        public override int Bytes => Components.Sum(component => component.Bytes);

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteNumber("type", 17);
            json.WriteNumber("accent_color", AccentColour);
            json.WriteStartArray("components");
            foreach (var component in Components)
            {
                component.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
