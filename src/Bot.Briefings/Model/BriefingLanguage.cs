namespace Bot.Briefings.Model;

/// <summary>Language of the content. <see cref="Mixed"/>: whole sections in each language.</summary>
public enum BriefingLanguage
{
    Japanese,
    English,
    Mixed,
    Chinese,
    Korean,
}
