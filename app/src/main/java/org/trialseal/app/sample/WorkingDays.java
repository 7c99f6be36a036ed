package org.trialseal.app.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which sites see subjects: Monday to Friday, but not around Christmas and New Year. */
final class WorkingDays {
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(12, 31), MonthDay.of(1, 1));

    private WorkingDays() {}

    /**
     * A working day within a window.
     *
     * @param early days before {@code planned}
     * @param late days after {@code planned}; the window must hold a working day
     */
    static LocalDate near(Draw draw, LocalDate planned, int early, int late) {
        LocalDate day = planned.plusDays(draw.between(-early, late));
        while (!isWorking(day)) {
            day = planned.plusDays(draw.between(-early, late));
        }
        return day;
    }

    /** The first working day that is not before {@code day}. */
    static LocalDate from(LocalDate day) {
        LocalDate next = day;
        while (!isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    static boolean isWorking(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.contains(MonthDay.from(day));
    }
}
