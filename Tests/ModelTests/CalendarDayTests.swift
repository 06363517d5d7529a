import Model
import Testing

@Suite struct CalendarDayTests {
  @Test(
    "A day that does not exist is refused",
    arguments: [
      (2022, 2, 29), (2023, 2, 30), (1900, 2, 29), (2100, 2, 29), (2022, 4, 31), (2022, 13, 1),
      (2022, 0, 1), (2022, 1, 0), (2022, 1, 32), (1899, 12, 31), (3000, 1, 1),
    ])
  func impossible(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test(
    "A day at an edge of the calendar exists",
    arguments: [
      (2024, 2, 29), (2000, 2, 29), (2022, 2, 28), (2022, 12, 31), (1900, 1, 1), (2999, 12, 31),
    ])
  func possible(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) != nil)
  }

  @Test(
    "Only yyyy-mm-dd is an ISO day",
    arguments: [
      "2022-1-05", "22-01-05", "2022/01/05", "2022-01-05 ", "2022-01", "2022-01-05-", "",
      "2022-02-30", "٢٠٢٢-01-05", "+022-01-05",
    ])
  func notISO(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test("A day is written as documents and files write it")
  func writing() throws {
    let day = try #require(CalendarDay(iso: "2022-02-08"))
    #expect(day.description == "2022-02-08")
    #expect(day.vietnamese == "08/02/2022")
  }

  @Test("From 1900 to 2999 every day is one after the day before, and reads back as it prints")
  func everyDay() throws {
    var previous = try #require(CalendarDay(year: 1900, month: 1, day: 1))
    let first = previous.ordinal
    var days = 1
    for year in 1900...2999 {
      for month in 1...12 {
        for day in 1...31 {
          guard let next = CalendarDay(year: year, month: month, day: day), next != previous else {
            continue
          }
          if next.ordinal != previous.ordinal + 1 || next <= previous {
            Issue.record("\(next) does not follow \(previous)")
          }
          if CalendarDay(iso: next.description) != next { Issue.record("\(next) is not read back") }
          previous = next
          days += 1
        }
      }
    }
    // 1,100 years of 365 days and 267 leap days.
    #expect(days == 401_767)
    #expect(previous.ordinal - first + 1 == days)
  }
}
