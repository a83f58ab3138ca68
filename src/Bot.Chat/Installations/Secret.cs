using System.Diagnostics;

namespace Bot.Chat.Installations;

/// <summary>A token or key. Printing, formatting or debugging it never shows it; only <see cref="Reveal"/> does.</summary>
[DebuggerDisplay("***")]
public sealed class Secret(string value) : IEquatable<Secret>
{
    private readonly string _value = value;

    /// <summary>An empty secret is never valid.</summary>
    public bool IsEmpty => _value.Length == 0;

    /// <summary>The secret itself; only for putting it into a request or the protected store.</summary>
    public string Reveal() => _value;

    public bool Equals(Secret? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => string.GetHashCode(_value, StringComparison.Ordinal);

    public override string ToString() => "***";
}
