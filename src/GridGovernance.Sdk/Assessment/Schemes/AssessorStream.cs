namespace GridGovernance.Sdk.Assessment;

/// <summary>Which of the two parallel streams an assessor belongs to (上级考核和群众监督考评并行).</summary>
public enum AssessorStream
{
    /// <summary>The superior bodies, departments and the system's own records (上级考核).</summary>
    Superior = 0,

    /// <summary>The public and those who are served (群众监督考评); for a department also communities and grid workers (逆向考核).</summary>
    Public = 1,
}
