using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A convention of residents (居民自治公约, S3-47): on record, and enforced by nobody in the grid system.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Body">The code of the body that adopted it.</param>
/// <param name="On">When it was adopted.</param>
/// <param name="Topics">What it is about, such as <c>parking</c>, <c>waste-sorting</c> and <c>pets</c> (停车管理、垃圾分类、宠物豢养).</param>
public sealed record Convention(string Body, LocalDate On, EquatableArray<string> Topics);
