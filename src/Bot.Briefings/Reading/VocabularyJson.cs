using System.Text.Json.Serialization;

namespace Bot.Briefings.Reading;

[JsonSerializable(typeof(VocabularyOptions))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
