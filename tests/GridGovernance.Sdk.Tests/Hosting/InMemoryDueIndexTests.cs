using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.TestKit;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class InMemoryDueIndexTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 4, 0);

    [Fact]
    public async Task NoteAsync_AnOlderVersion_IsIgnored()
    {
        var index = new InMemoryDueIndex();

        await index.NoteAsync("a", 5, Noon);
        await index.NoteAsync("a", 3, Noon + Duration.FromHours(1));

        Assert.Equal([new DueCase("a", Noon)], await index.DueBeforeAsync(Instant.MaxValue));
    }

    [Property]
    public void DueBefore_AnyNotes_EqualsTheLastNoteOfEveryCase((byte Id, byte Hour)[] notes, byte hour)
    {
        var index = new InMemoryDueIndex();
        var naive = new Dictionary<string, Instant?>(StringComparer.Ordinal);
        for (var i = 0; i < notes.Length; i++)
        {
            var id = $"case-{notes[i].Id % 8}";
            Instant? at = notes[i].Hour % 5 == 0 ? null : Noon + Duration.FromHours(notes[i].Hour);
            naive[id] = at;
            index.NoteAsync(id, i, at).AsTask().Wait();
        }

        var before = Noon + Duration.FromHours(hour);
        Assert.Equal(
            naive.Where(note => note.Value < before).Select(note => new DueCase(note.Key, note.Value!.Value))
                .OrderBy(due => due.DueAt).ThenBy(due => due.CaseId, StringComparer.Ordinal),
            index.DueBeforeAsync(before).AsTask().Result);
    }
}
