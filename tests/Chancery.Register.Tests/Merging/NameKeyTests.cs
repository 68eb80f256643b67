using Chancery.Register.Merging;

namespace Chancery.Register.Tests.Merging;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Mevlüt Çavuşoğlu", "mevlut cavusoglu")]
    [InlineData("Bárður á Steig Nielsen", "bardur a steig nielsen")]
    [InlineData("Saad al-Abdullah al-Sabah", "saad al abdullah al sabah")]
    public void Names_fold(string name, string folded) => Assert.Equal(folded, NameKey.Fold(name));

    [Theory]
    [InlineData("sadyr japarov", "sadyr zhaparov", true)]
    [InlineData("putin", "vladimir putin", false)]
    [InlineData("a blinken", "antony blinken", false)]
    public void One_person(string a, string b, bool sameOffice) => Assert.True(NameKey.SamePerson(a, b, sameOffice));

    [Theory]
    [InlineData("xi jinping", "li qiang")]
    [InlineData("raul castro", "fidel castro")]
    [InlineData("george h w bush", "barbara bush")]
    public void Two_persons(string a, string b) => Assert.False(NameKey.SamePerson(a, b, false));
}
