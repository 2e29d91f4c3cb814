"""大厅: places, appointments, queue numbers, screens."""

from yichuang.records.hall.models.appointments import Appointment, AppointmentState, SlotCount
from yichuang.records.hall.models.calls import CallAlert, CallOutcome, QueueCall
from yichuang.records.hall.models.places import (
    AppointmentSlot,
    Domain,
    Hall,
    HallKind,
    HallWindow,
    ServiceLine,
    WeekendShift,
    WindowState,
)
from yichuang.records.hall.models.queue import HallPulse, NumberState, Priority, QueueNumber, QueueSeries, Source
from yichuang.records.hall.models.screens import CustomerSheet, Screen, ScreenKind, SheetKind

__all__ = [
    "Appointment",
    "AppointmentSlot",
    "AppointmentState",
    "CallAlert",
    "CallOutcome",
    "CustomerSheet",
    "Domain",
    "Hall",
    "HallKind",
    "HallPulse",
    "HallWindow",
    "NumberState",
    "Priority",
    "QueueCall",
    "QueueNumber",
    "QueueSeries",
    "Screen",
    "ScreenKind",
    "ServiceLine",
    "SheetKind",
    "SlotCount",
    "Source",
    "WeekendShift",
    "WindowState",
]
