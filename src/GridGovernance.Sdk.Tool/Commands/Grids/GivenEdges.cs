using System.Text.Json;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>What a file of units itself says lies beside what: pairs of ids.</summary>
internal static class GivenEdges
{
    /// <summary>Returns the edges that pairs of ids are.</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <param name="pairs">The pairs.</param>
    /// <exception cref="UnusableInputException">One of them does not name two units.</exception>
    internal static EquatableArray<DivisionEdge> Of(Session session, string path, IReadOnlyList<EquatableArray<string>> pairs)
    {
        var edges = new DivisionEdge[pairs.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = pairs[i] is { Count: 2 } ends
                ? new DivisionEdge(ends[0], ends[1])
                : throw new UnusableInputException(session.Say(
                    $"{path}: /edges/{i} should name two units, but names {pairs[i].Count}.", $"{path}：/edges/{i}应列出两个单元，但有{pairs[i].Count}个。"));
        }

        return EquatableArray.Create<DivisionEdge>(edges);
    }

    /// <summary>Reads the member <c>edges</c> that a collection of features may have beside them (RFC 7946, section 6.1).</summary>
    /// <param name="session">The call.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes, known to be GeoJSON.</param>
    /// <returns>The edges; null where there is no such member.</returns>
    /// <exception cref="UnusableInputException">It is no list of pairs of ids.</exception>
    internal static EquatableArray<DivisionEdge>? Read(Session session, string path, ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content.StartsWith("\uFEFF"u8) ? content[3..] : content);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isEdges = reader.ValueTextEquals("edges"u8);
            reader.Read();
            if (isEdges)
            {
                return Of(session, path, Pairs(session, path, ref reader));
            }

            reader.Skip();
        }

        return null;
    }

    private static List<EquatableArray<string>> Pairs(Session session, string path, ref Utf8JsonReader reader)
    {
        var pairs = new List<EquatableArray<string>>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Amiss(session, path, "", reader.TokenType);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var ids = new List<string>();
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw Amiss(session, path, FormattableString.Invariant($"/{pairs.Count}"), reader.TokenType);
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ids.Add(reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : throw Amiss(session, path, FormattableString.Invariant($"/{pairs.Count}/{ids.Count}"), reader.TokenType));
            }

            pairs.Add(EquatableArray.From(ids));
        }

        return pairs;
    }

    private static UnusableInputException Amiss(Session session, string path, string at, JsonTokenType found) => new(session.Say(
        $"{path}: /edges{at} should be part of a list of pairs of ids such as [[\"a\", \"b\"]], but is {found}.", $"{path}：/edges{at}应为编号对的列表，例如[[\"a\", \"b\"]]，但为{found}。"));
}
