using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Staffing;

/// <summary>One way to be eligible for a post (任职资格): traits that the person must have and posts that they must hold, all of them.</summary>
/// <remarks>
/// <para>Its text joins the terms with a plus sign, a post marked by an at sign: <c>party-member+@grid-worker</c> is a party member who is a grid worker.
/// A trait is a code that <see cref="StaffMember.Traits"/> carries, such as <c>social-worker-certificate</c>.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record EligibilityRule : IParsable<EligibilityRule>
{
    private const char Plus = '+';
    private const char At = '@';

    private EligibilityRule(EquatableArray<string> traits, EquatableArray<string> posts)
    {
        Traits = traits;
        Posts = posts;
    }

    /// <summary>Gets the traits that the person must have, in the order of the text.</summary>
    public EquatableArray<string> Traits { get; }

    /// <summary>Gets the codes of the posts of which the person must hold a seat, in the order of the text.</summary>
    public EquatableArray<string> Posts { get; }

    /// <summary>Reads a rule from its text.</summary>
    /// <param name="text">The text, such as <c>party-member+@grid-worker</c>.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not a list of codes joined by plus signs.</exception>
    public static EligibilityRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var result)
            ? result
            : throw new FormatException($"\"{text}\" is not a rule of eligibility: expected traits and @posts joined by \"+\".");
    }

    /// <summary>Tries to read a rule from its text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The rule, or null.</param>
    /// <returns>True when it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EligibilityRule? result)
    {
        result = null;
        var traits = new List<string>();
        var posts = new List<string>();
        foreach (var term in text?.Split(Plus) ?? [""])
        {
            var isPost = term.StartsWith(At);
            var code = isPost ? term[1..] : term;
            if (!StaffingCode.IsOne(code))
            {
                return false;
            }

            (isPost ? posts : traits).Add(code);
        }

        result = new EligibilityRule(EquatableArray.From(traits), EquatableArray.From(posts));
        return true;
    }

    /// <inheritdoc/>
    static EligibilityRule IParsable<EligibilityRule>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<EligibilityRule>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EligibilityRule result) =>
        TryParse(s, out result);

    /// <summary>Returns the text, traits before posts, which <see cref="Parse"/> reads.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(Plus, Traits.Concat(Posts.Select(static post => At + post)));
}
