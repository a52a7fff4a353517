"""What of an enquiry does the application form take over?"""

from datetime import date

from hallclient.domain.register.application import ApplicationDraft
from hallclient.domain.register.enquiry import Enquiry
from hallclient.domain.register.kinds import ApplicantKind, ApplicationChannel, EnquiryChannel
from hallclient.domain.register.people import Applicant

# Who calls cannot apply by telephone: what the clerk writes down for him is an oral application (art. 29 para. 1).
CHANNELS = {
    EnquiryChannel.IN_PERSON: ApplicationChannel.IN_PERSON,
    EnquiryChannel.PHONE: ApplicationChannel.ORAL,
    EnquiryChannel.ONLINE: ApplicationChannel.ONLINE,
    EnquiryChannel.POST: ApplicationChannel.POST,
    EnquiryChannel.FAX: ApplicationChannel.FAX,
    EnquiryChannel.HOTLINE_12345: ApplicationChannel.OTHER,
    EnquiryChannel.ASSIGNED: ApplicationChannel.OTHER,
}


def application_from(enquiry: Enquiry, today: date) -> ApplicationDraft:
    """Return the application form's prefill: person, text and channel carried, the enquiry linked, nothing invented."""
    return ApplicationDraft(
        channel=CHANNELS[enquiry.channel],
        applicant=Applicant(kind=ApplicantKind.NATURAL_PERSON, name=enquiry.name, phone=enquiry.phone),
        subject=enquiry.content,
        arrived_on=today,
        unit=enquiry.unit,
        topic=enquiry.topic,
        enquiry=enquiry.number,
    )
