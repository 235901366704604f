package dev.rapidcall.calls.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.knowledge.Words.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "'Öffnungszeiten: Mo–Fr', 'offnungszeiten mo fr'",
    "'CAFÉ, naïve, Straße', 'cafe naive strasse'",
    "'mail@example.com / www.example.com', 'mail example com www example com'",
    "'営業時間 9時', '営 業 時 間 9 時'",
    "'Часы работы', 'часы работы'",
    "'हिन्दी में', 'हिन्दी में'",
    "'don''t | stop & (go) !:*', 'don t stop go'",
    "'... --- !!!', ''"
  })
  void cutsAndFoldsWordsOfAnyLanguage(String text, String words) {
    assertThat(String.join(" ", Words.of(text).stream().map(Word::folded).toList()))
        .isEqualTo(words);
  }

  @Test
  void knowsWhereAWordStandsInTheText() {
    assertThat(Words.of("¡Über alles!"))
        .isEqualTo(List.of(new Word("uber", 1, 5), new Word("alles", 6, 11)));
  }

  @Test
  void cutsAWordThatIsTooLongToBeKept() {
    assertThat(Words.of("x".repeat(5000)))
        .extracting(it -> it.folded().length())
        .containsExactly(100);
  }

  @Test
  void excerptsShowWhereMostOfTheAskedWordsStandTogether() {
    String text =
        "hours ".repeat(3)
            + "filler ".repeat(60)
            + "our\n\n opening\thours are nine "
            + "x ".repeat(200);

    String excerpt = new Excerpt(text, AskedWord.of("opening hours"), 30).show();

    assertThat(excerpt).contains("our opening hours are nine").doesNotContain("\n");
    assertThat(new Excerpt("short", AskedWord.of("nothing"), 30).show()).isEqualTo("short");
  }

  @Test
  void excerptsDoNotCutACharacterInTwo() {
    String text = "😀".repeat(50) + " needle " + "😀".repeat(50);

    String excerpt = new Excerpt(text, AskedWord.of("needle"), 20).show();

    assertThat(excerpt.codePoints().filter(it -> it != 0x1F600).count()).isEqualTo(8);
  }

  @Test
  void passagesCoverTheWholeTextAndEndBetweenWords() {
    String text = "wörd 😀 ".repeat(3000);

    List<Passage> passages = Passage.of("Title", text);

    assertThat(passages).hasSizeGreaterThan(4);
    assertThat(passages.getLast().beginsAt() + passages.getLast().length())
        .isEqualTo(text.codePointCount(0, text.length()));
    assertThat(passages.getFirst().words()).contains("'title':1A").contains("'word':2 ");
    assertThat(passages).allSatisfy(it -> assertThat(it.words()).doesNotContain("'wor'", "'w'"));
  }
}
