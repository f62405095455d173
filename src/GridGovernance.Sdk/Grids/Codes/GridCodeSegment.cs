namespace GridGovernance.Sdk.Grids;

/// <summary>A segment of a compiled grid code scheme: where it stands, and its values as numbers.</summary>
internal sealed class GridCodeSegment
{
    private readonly int _start;

    internal GridCodeSegment(GridCodeSegmentDefinition definition, int start)
    {
        Definition = definition;
        _start = start;
        Letters = LettersOf(definition.Alphabet);
        Count = 1;
        for (var i = 0; i < definition.Width; i++)
        {
            Count *= Letters.Length;
        }
    }

    internal GridCodeSegmentDefinition Definition { get; }

    /// <summary>Gets the letters in the order of their values.</summary>
    internal string Letters { get; }

    /// <summary>Gets how many values there are.</summary>
    internal long Count { get; }

    internal static string LettersOf(GridCodeAlphabet alphabet) => alphabet switch
    {
        GridCodeAlphabet.Letters => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        GridCodeAlphabet.DigitsAndLetters => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        _ => "0123456789",
    };

    internal string Of(string code) => code.Substring(_start, Definition.Width);

    internal bool Accepts(string value) => value.All(Letters.Contains);

    /// <summary>Returns the last number of the reserved ranges that a value lies in; null where it is free.</summary>
    internal long? LastReserved(string value) => Definition.Reserved.Where(r => r.Holds(value)).Max(r => Number(r.To ?? r.From));

    internal bool Has(string value, GridCodeReserve meaning) => Definition.Reserved.Any(r => r.Meaning == meaning && r.Holds(value));

    internal long? Number(string value)
    {
        var number = 0L;
        foreach (var letter in value)
        {
            var digit = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            number = (number * Letters.Length) + digit;
        }

        return number;
    }

    internal string Text(long number)
    {
        var text = new char[Definition.Width];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Letters[(int)(number % Letters.Length)];
            number /= Letters.Length;
        }

        return new string(text);
    }
}
