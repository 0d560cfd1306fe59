package dev.tertulia.tenant.setting;

import dev.tertulia.platform.web.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a tenant is open, by the clock of its time zone: what the clock passes over when it is put forward, or shows twice
 * when it is put back, is less or more time that day, and nothing else.
 *
 * @param holidays days on which other hours count than those of the week
 */
@Schema(name = "BusinessHours")
record BusinessHours(
        @NotNull @Valid Week weekly, @Size(max = 400) List<@NotNull @Valid Holiday> holidays) {

    static final BusinessHours ALWAYS_OPEN = new BusinessHours(Week.allDays(List.of(Interval.ALL_DAY)), List.of());

    private static final String OVER_MIDNIGHT =
            "must be later than from: hours over midnight are two intervals, one to 24:00 and one from 00:00 of the next day";

    BusinessHours(Week weekly, @Nullable List<Holiday> holidays) {
        this.weekly = weekly;
        this.holidays = holidays == null ? List.of() : holidays;
    }

    /** A week's hours; a day without any is closed. */
    @Schema(name = "WeeklyHours")
    record Week(
            @Size(max = 12) List<@NotNull @Valid Interval> monday,
            @Size(max = 12) List<@NotNull @Valid Interval> tuesday,
            @Size(max = 12) List<@NotNull @Valid Interval> wednesday,
            @Size(max = 12) List<@NotNull @Valid Interval> thursday,
            @Size(max = 12) List<@NotNull @Valid Interval> friday,
            @Size(max = 12) List<@NotNull @Valid Interval> saturday,
            @Size(max = 12) List<@NotNull @Valid Interval> sunday) {

        Week(
                @Nullable List<Interval> monday,
                @Nullable List<Interval> tuesday,
                @Nullable List<Interval> wednesday,
                @Nullable List<Interval> thursday,
                @Nullable List<Interval> friday,
                @Nullable List<Interval> saturday,
                @Nullable List<Interval> sunday) {
            this.monday = orClosed(monday);
            this.tuesday = orClosed(tuesday);
            this.wednesday = orClosed(wednesday);
            this.thursday = orClosed(thursday);
            this.friday = orClosed(friday);
            this.saturday = orClosed(saturday);
            this.sunday = orClosed(sunday);
        }

        static Week allDays(List<Interval> hours) {
            return new Week(hours, hours, hours, hours, hours, hours, hours);
        }
    }

    /** From one time of the day to another. */
    @Schema(name = "OpenInterval")
    record Interval(
            @Schema(examples = "09:00")
            @NotNull
            @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be a time of the day, such as 09:00")
            String from,

            @Schema(examples = "13:00")
            @NotNull
            @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00", message = "must be a time of the day, or 24:00")
            String to) {
        static final Interval ALL_DAY = new Interval("00:00", "24:00");
    }

    /** @param hours on that day; none: closed */
    @Schema(name = "Holiday")
    record Holiday(
            @Schema(examples = "2026-12-25") @NotNull LocalDate date,

            @Schema(examples = "Navidad") @Size(max = 100) @Nullable
            String name,

            @Size(max = 12) List<@NotNull @Valid Interval> hours) {
        Holiday(LocalDate date, @Nullable String name, @Nullable List<Interval> hours) {
            this.date = date;
            this.name = name;
            this.hours = orClosed(hours);
        }
    }

    /** Intervals of a day are in order and do not overlap; a day is a holiday once. */
    List<FieldError> errors(String path) {
        List<FieldError> errors = new ArrayList<>();
        check(path + ".weekly.monday", weekly.monday, errors);
        check(path + ".weekly.tuesday", weekly.tuesday, errors);
        check(path + ".weekly.wednesday", weekly.wednesday, errors);
        check(path + ".weekly.thursday", weekly.thursday, errors);
        check(path + ".weekly.friday", weekly.friday, errors);
        check(path + ".weekly.saturday", weekly.saturday, errors);
        check(path + ".weekly.sunday", weekly.sunday, errors);
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            String holiday = path + ".holidays[" + i + "]";
            if (!dates.add(holidays.get(i).date())) {
                errors.add(new FieldError(holiday + ".date", "is a holiday already"));
            }
            check(holiday + ".hours", holidays.get(i).hours(), errors);
        }
        return errors;
    }

    /** Times written so are in the order of their text. */
    private static void check(String path, List<Interval> day, List<FieldError> errors) {
        String free = "00:00";
        for (int i = 0; i < day.size(); i++) {
            Interval interval = day.get(i);
            if (interval.from().compareTo(free) < 0) {
                errors.add(new FieldError(path + "[" + i + "].from", "must not be before the end of the one before"));
            }
            if (interval.to().compareTo(interval.from()) <= 0) {
                errors.add(new FieldError(path + "[" + i + "].to", OVER_MIDNIGHT));
            }
            free = interval.to();
        }
    }

    private static List<Interval> orClosed(@Nullable List<Interval> hours) {
        return hours == null ? List.of() : hours;
    }
}
