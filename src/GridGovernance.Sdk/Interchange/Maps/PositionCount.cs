using System.Text.Json;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>Counts the positions of a GeoJSON text before anything is built of them.</summary>
internal static class PositionCount
{
    /// <summary>Says where a text has more positions than it may have.</summary>
    /// <param name="text">The text; where it breaks off or is no JSON, what stands before is counted.</param>
    /// <param name="most">The most positions.</param>
    /// <returns>The place of the first position too many; −1 when there is none.</returns>
    internal static long FindExcess(ReadOnlySpan<byte> text, int most)
    {
        // Each position has a bracket, and counting those takes no time.
        if (text.Count((byte)'[') <= most)
        {
            return -1;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = GovernanceJson.MaxDepth });
        try
        {
            var count = 0;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("coordinates"u8)
                    && FindExcess(ref reader, most, ref count) is >= 0 and var at)
                {
                    return at;
                }
            }
        }
        catch (JsonException)
        {
            // The reader of the features says what is wrong.
        }

        return -1;
    }

    private static long FindExcess(ref Utf8JsonReader reader, int most, ref int count)
    {
        var (depth, start) = (reader.CurrentDepth, -1L);
        while (reader.Read() && (reader.CurrentDepth > depth || reader.TokenType == JsonTokenType.StartArray))
        {
            if (reader.TokenType == JsonTokenType.Number && start >= 0 && ++count > most)
            {
                return start;
            }

            start = reader.TokenType == JsonTokenType.StartArray ? reader.TokenStartIndex : -1;
        }

        return -1;
    }
}
