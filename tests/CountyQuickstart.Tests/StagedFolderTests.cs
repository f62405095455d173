using CountyQuickstart.Outputs;

namespace CountyQuickstart.Tests;

public sealed class StagedFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("staged-").FullName;

    private string Target => Path.Combine(_parent, "out");

    [Fact]
    public void Commit_NewFolder_HoldsEverythingAndNothingIsLeftBeside()
    {
        Stage("new", commit: true);

        Assert.Equal(["a.txt", "b.txt"], Names());
        Assert.Equal([Target], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public void Commit_ExistingFolder_ReplacesItsOwnFilesAndKeepsTheOthers()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "a.txt"), "old");
        File.WriteAllText(Path.Combine(Target, "mine.txt"), "mine");

        Stage("new", commit: true);

        Assert.Equal(["a.txt", "b.txt", "mine.txt"], Names());
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public void Commit_AFolderStandsInTheWay_ChangesNothing()
    {
        Directory.CreateDirectory(Path.Combine(Target, "b.txt"));
        File.WriteAllText(Path.Combine(Target, "a.txt"), "old");

        Assert.Throws<UnusableInputException>(() => Stage("new", commit: true));

        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "a.txt")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNothingAndTouchesNobodyElses()
    {
        var other = Directory.CreateDirectory(Target + ".partial").FullName;
        File.WriteAllText(Path.Combine(other, "mine.txt"), "mine");

        Stage("new", commit: false);

        Assert.Equal([other], Directory.GetFileSystemEntries(_parent));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(other, "mine.txt")));
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private void Stage(string content, bool commit)
    {
        using var folder = StagedFolder.For(Target);
        folder.Write("a.txt", output => output.Write(content));
        folder.WriteBytes("b.txt", output => output.Write("b"u8));
        if (commit)
        {
            folder.Commit();
        }
    }

    private string[] Names() => [.. Directory.GetFiles(Target).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
